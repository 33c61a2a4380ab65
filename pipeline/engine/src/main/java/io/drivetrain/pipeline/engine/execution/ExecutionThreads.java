package io.drivetrain.pipeline.engine.execution;

import io.drivetrain.periodic.PeriodicTask;
import io.drivetrain.pipeline.engine.run.Notifications;
import io.drivetrain.pipeline.engine.run.RunSignals;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Starts and stops the threads of this replica. */
@ApplicationScoped
class ExecutionThreads {
  private static final Logger LOG = Logger.getLogger(ExecutionThreads.class);
  private static final Duration GRACE = Duration.ofSeconds(3);

  private final Worker worker;
  private final WorkerThreads workers;
  private final LeaseHeartbeat heartbeat;
  private final Reaper reaper;
  private final RunSignals signals;
  private final Notifications notifications;
  private final ExecutionConfig config;
  private final List<Thread> keepers = new ArrayList<>();
  private PeriodicTask workerCheck;

  ExecutionThreads(
      Worker worker,
      WorkerThreads workers,
      LeaseHeartbeat heartbeat,
      Reaper reaper,
      RunSignals signals,
      Notifications notifications,
      ExecutionConfig config) {
    this.worker = worker;
    this.workers = workers;
    this.heartbeat = heartbeat;
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
    warnOfOldNames(config);
    reaper.takeBackFromTheDead();
    keepers.add(Thread.ofPlatform().daemon().name("heart-beat").start(heartbeat::run));
    keepers.add(Thread.ofPlatform().daemon().name("reaper").start(reaper::run));
    keepers.add(
        Thread.ofPlatform()
            .daemon()
            .name("run-listener")
            .start(() -> signals.listen(notifications)));
    workers.start();
    workerCheck = PeriodicTask.every(config.reaper(), "worker-check", workers::replaceStuck);
  }

  static void warnOfOldNames(ExecutionConfig config) {
    config
        .mostDeafWorkers()
        .ifPresent(_ ->
            LOG.warn(
                "drivetrain.execution.most-deaf-workers is now called"
                    + " drivetrain.execution.most-stuck-workers. The old name is read for one more"
                    + " release."));
  }

  void stop(@Observes ShutdownEvent end) throws InterruptedException {
    workerCheck.close();
    worker.stop();
    workers.join(GRACE);
    worker.abandon();
    keepers.forEach(Thread::interrupt);
    heartbeat.leave();
  }

  boolean areAlive() {
    return workers.areAlive() && keepers.stream().allMatch(Thread::isAlive);
  }
}
