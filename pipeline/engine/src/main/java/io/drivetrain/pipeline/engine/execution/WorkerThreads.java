package io.drivetrain.pipeline.engine.execution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * The threads that run steps. A step that ignores the interrupt keeps its thread, which Java cannot
 * end. Such a stuck thread is replaced, so that the configured number of steps can still run.
 */
@ApplicationScoped
class WorkerThreads {
  private static final Logger LOG = Logger.getLogger(WorkerThreads.class);

  private final Worker worker;
  private final LeaseHeartbeat heartbeat;
  private final StepMeters meters;
  private final ExecutionConfig config;
  private final Set<Thread> serving = ConcurrentHashMap.newKeySet();
  private final Set<Thread> stuck = ConcurrentHashMap.newKeySet();
  private final AtomicInteger started = new AtomicInteger();

  WorkerThreads(
      Worker worker, LeaseHeartbeat heartbeat, StepMeters meters, ExecutionConfig config) {
    this.worker = worker;
    this.heartbeat = heartbeat;
    this.meters = meters;
    this.config = config;
  }

  void start() {
    for (int i = 0; i < config.workers(); i++) {
      add();
    }
  }

  private void add() {
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name("step-worker-" + started.incrementAndGet())
            .unstarted(() -> worker.run(() -> serving.contains(Thread.currentThread())));
    serving.add(thread);
    thread.start();
  }

  /** Replaces each stuck thread by a new one. */
  void replaceStuck() {
    heartbeat.leased().stream()
        .filter(step -> step.isStuck(config.lease()))
        .filter(step -> serving.remove(step.worker())) // once
        .forEach(this::replace);
    meters.stuckWorkers(stuck());
  }

  private void replace(LeasedStep step) {
    Thread lost = step.worker();
    Throwable place = new Throwable("stack of " + lost.getName());
    place.setStackTrace(lost.getStackTrace());
    LOG.warnf(
        place,
        "Step %s of run %s was taken from %s, which is stuck: it ignores the interrupt. Another thread is"
            + " started; this one takes no further steps.",
        step.claim().step(),
        step.claim().runId(),
        lost.getName());
    stuck.add(lost);
    add();
  }

  /** How many replaced threads are still running. */
  int stuck() {
    stuck.removeIf(thread -> !thread.isAlive());
    return stuck.size();
  }

  boolean areAlive() {
    return serving.stream().allMatch(Thread::isAlive);
  }

  /** Waits for each thread until it has ended, at most for a time. */
  void join(Duration atMost) throws InterruptedException {
    for (Thread thread : serving) {
      thread.join(atMost);
    }
  }
}
