package io.drivetrain.pipeline.engine.execution;

import io.drivetrain.periodic.PeriodicTask;
import io.drivetrain.pipeline.engine.database.Notifications;
import io.drivetrain.pipeline.engine.run.RunSignals;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The threads that do the work of this replica, from its start to its end. */
@ApplicationScoped
class ExecutionThreads {
  private static final Duration GRACE = Duration.ofSeconds(3);

  private final Worker worker;
  private final WorkerThreads workers;
  private final HeartBeat heartBeat;
  private final Reaper reaper;
  private final RunSignals signals;
  private final Notifications notifications;
  private final ExecutionConfig config;
  private final List<Thread> keepers = new ArrayList<>();
  private PeriodicTask workerCheck;

  ExecutionThreads(
      Worker worker,
      WorkerThreads workers,
      HeartBeat heartBeat,
      Reaper reaper,
      RunSignals signals,
      Notifications notifications,
      ExecutionConfig config) {
    this.worker = worker;
    this.workers = workers;
    this.heartBeat = heartBeat;
    this.reaper = reaper;
    this.signals = signals;
    this.notifications = notifications;
    this.config = config;
  }

  void start(@Observes @Priority(100) StartupEvent start) {
    if (config.heartBeat().multipliedBy(2).compareTo(config.lease()) > 0) {
      throw new IllegalStateException(
          "drivetrain.execution.heart-beat (%s) must be at most half of drivetrain.execution.lease (%s)"
              .formatted(config.heartBeat(), config.lease()));
    }
    reaper.takeBackFromTheDead();
    keepers.add(Thread.ofPlatform().daemon().name("heart-beat").start(heartBeat::run));
    keepers.add(Thread.ofPlatform().daemon().name("reaper").start(reaper::run));
    keepers.add(
        Thread.ofPlatform()
            .daemon()
            .name("run-listener")
            .start(() -> signals.listen(notifications)));
    workers.start();
    workerCheck = PeriodicTask.every(config.reaper(), "worker-check", workers::replaceDeaf);
  }

  void stop(@Observes ShutdownEvent end) throws InterruptedException {
    workerCheck.close();
    worker.stop();
    workers.join(GRACE);
    worker.abandon();
    keepers.forEach(Thread::interrupt);
    heartBeat.leave();
  }

  boolean areAlive() {
    return workers.areAlive() && keepers.stream().allMatch(Thread::isAlive);
  }
}
