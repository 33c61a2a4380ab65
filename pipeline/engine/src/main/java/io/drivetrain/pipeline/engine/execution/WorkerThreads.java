package io.drivetrain.pipeline.engine.execution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * The threads that work on steps. A step that ignores that it is to stop keeps its thread, which
 * Java cannot end: another one takes its place, so that as many steps as configured still run at a
 * time.
 */
@ApplicationScoped
class WorkerThreads {
  private static final Logger LOG = Logger.getLogger(WorkerThreads.class);

  private final Worker worker;
  private final HeartBeat heartBeat;
  private final StepMetrics metrics;
  private final ExecutionConfig config;
  private final Set<Thread> serving = ConcurrentHashMap.newKeySet();
  private final Set<Thread> deaf = ConcurrentHashMap.newKeySet();
  private final AtomicInteger started = new AtomicInteger();

  WorkerThreads(Worker worker, HeartBeat heartBeat, StepMetrics metrics, ExecutionConfig config) {
    this.worker = worker;
    this.heartBeat = heartBeat;
    this.metrics = metrics;
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

  /** Puts a new thread in the place of each that is lost to a step. */
  void replaceDeaf() {
    heartBeat.held().stream()
        .filter(step -> step.isDeaf(config.lease()))
        .filter(step -> serving.remove(step.worker())) // once
        .forEach(this::replace);
    metrics.deafWorkers(deaf());
  }

  private void replace(HeldStep step) {
    Thread lost = step.worker();
    Throwable place = new Throwable("where " + lost.getName() + " is");
    place.setStackTrace(lost.getStackTrace());
    LOG.warnf(
        place,
        "Step %s of run %s was taken from %s, but ignores that it is to stop. Another thread is"
            + " started; this one takes no further step.",
        step.claim().step(),
        step.claim().runId(),
        lost.getName());
    deaf.add(lost);
    add();
  }

  /** How many threads were replaced and have not come back. */
  int deaf() {
    deaf.removeIf(thread -> !thread.isAlive());
    return deaf.size();
  }

  boolean areAlive() {
    return serving.stream().allMatch(Thread::isAlive);
  }

  /** Waits for each until it has ended, or for a time. */
  void join(Duration atMost) throws InterruptedException {
    for (Thread thread : serving) {
      thread.join(atMost);
    }
  }
}
