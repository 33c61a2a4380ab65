package io.drivetrain.pipeline.engine.execution;

import io.drivetrain.pipeline.engine.approval.ApprovalService;
import io.drivetrain.pipeline.engine.run.RunAdmission;
import io.drivetrain.pipeline.engine.run.RunConfig;
import io.drivetrain.pipeline.engine.run.RunStopService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * Takes back the steps of workers that died or froze, and stops what is past its time. Every
 * replica does it; none does it twice.
 */
@ApplicationScoped
class Reaper {
  private static final Logger LOG = Logger.getLogger(Reaper.class);

  private final ExecutionRepository steps;
  private final Settlement settlement;
  private final RunAdmission runs;
  private final RunStopService stops;
  private final ApprovalService approvals;
  private final StepMetrics metrics;
  private final RunConfig limits;
  private final ExecutionConfig config;

  Reaper(
      ExecutionRepository steps,
      Settlement settlement,
      RunAdmission runs,
      RunStopService stops,
      ApprovalService approvals,
      StepMetrics metrics,
      RunConfig limits,
      ExecutionConfig config) {
    this.steps = steps;
    this.settlement = settlement;
    this.runs = runs;
    this.stops = stops;
    this.approvals = approvals;
    this.metrics = metrics;
    this.limits = limits;
    this.config = config;
  }

  /** Runs until it is interrupted. */
  void run() {
    try {
      while (true) {
        Thread.sleep(config.reaper().plusMillis(ThreadLocalRandom.current().nextInt(250)));
        reapCalmly();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Does not wait for the leases of processes that ran on this machine and are gone: the start
   * after a crash goes on at once.
   */
  void takeBackFromTheDead() {
    Replica here = Replica.current();
    steps.owners().stream()
        .filter(owner -> Replica.parse(owner).filter(here::knowsDead).isPresent())
        .forEach(steps::expireLeasesOf);
    reap();
  }

  void reap() {
    for (Claim claim : steps.expired()) {
      if (settlement.takeBack(claim)) {
        LOG.warnf(
            "Step %s of run %s was taken back from %s", claim.step(), claim.runId(), claim.owner());
      }
    }
    steps.overdue().forEach(claim -> settlement.timeOut(claim, limits.stopGrace()));
    approvals.endOverdue();
    stops.stopOverdue();
    runs.startForgotten();
    ExecutionRepository.Waiting waiting = steps.waiting();
    metrics.ready(waiting.steps(), waiting.oldest());
  }

  private void reapCalmly() {
    try {
      reap();
    } catch (RuntimeException unreachable) {
      LOG.warnf("Leases cannot be looked at now: %s", unreachable.getMessage());
    }
  }
}
