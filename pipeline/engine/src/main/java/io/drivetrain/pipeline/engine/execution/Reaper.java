package io.drivetrain.pipeline.engine.execution;

import io.drivetrain.pipeline.engine.approval.ApprovalService;
import io.drivetrain.pipeline.engine.cancellation.CancellationConfig;
import io.drivetrain.pipeline.engine.cancellation.CancellationService;
import io.drivetrain.pipeline.engine.launch.RunLauncher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * Reclaims the steps of dead workers and stops what is past its timeout or deadline. Every replica
 * does this; the statements make sure that each step is handled once.
 */
@ApplicationScoped
class Reaper {
  private static final Logger LOG = Logger.getLogger(Reaper.class);

  private final ExecutionRepository steps;
  private final AttemptCommitter committer;
  private final RunLauncher runs;
  private final CancellationService stops;
  private final ApprovalService approvals;
  private final StepMeters meters;
  private final CancellationConfig limits;
  private final ExecutionConfig config;

  Reaper(
      ExecutionRepository steps,
      AttemptCommitter committer,
      RunLauncher runs,
      CancellationService stops,
      ApprovalService approvals,
      StepMeters meters,
      CancellationConfig limits,
      ExecutionConfig config) {
    this.steps = steps;
    this.committer = committer;
    this.runs = runs;
    this.stops = stops;
    this.approvals = approvals;
    this.meters = meters;
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
   * Expires the leases of dead processes of this machine at once, so that a restart after a crash
   * continues immediately.
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
      if (committer.takeBack(claim)) {
        LOG.warnf(
            "Step %s of run %s was reclaimed from worker %s",
            claim.step(), claim.runId(), claim.owner());
      }
    }
    steps.overdue().forEach(claim -> committer.timeOut(claim, limits.stopGrace()));
    approvals.endOverdue();
    stops.stopOverdue();
    runs.startForgotten();
    ExecutionRepository.Waiting waiting = steps.waiting();
    meters.ready(waiting.steps(), waiting.oldest());
  }

  private void reapCalmly() {
    try {
      reap();
    } catch (RuntimeException unreachable) {
      LOG.warnf("Expired leases cannot be checked: %s", unreachable.getMessage());
    }
  }
}
