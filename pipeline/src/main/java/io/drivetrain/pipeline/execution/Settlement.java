package io.drivetrain.pipeline.execution;

import io.drivetrain.pipeline.execution.Ending.Done;
import io.drivetrain.pipeline.execution.Ending.GivenUp;
import io.drivetrain.pipeline.execution.Ending.TriedAgain;
import io.drivetrain.pipeline.run.RunService;
import io.drivetrain.pipeline.run.RunSignals;
import io.drivetrain.pipeline.step.StepReason;
import io.drivetrain.pipeline.step.StepState;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Writes down how tries end, and what follows from it, in one transaction: the step, its try, the
 * steps after it, the run, the next run of the queue. Under the fence of the claim or not at all.
 */
@ApplicationScoped
class Settlement {
  private static final String LEASE_LOST = "The worker died or froze in the middle of the step.";

  private final ExecutionRepository steps;
  private final RunService runs;
  private final RunSignals signals;
  private final RunMetrics metrics;

  Settlement(ExecutionRepository steps, RunService runs, RunSignals signals, RunMetrics metrics) {
    this.steps = steps;
    this.runs = runs;
    this.signals = signals;
    this.metrics = metrics;
  }

  /** What a transaction did, to be told when it is committed. */
  private record Settled(String pipeline, Optional<RunPlan.End> end) {}

  /**
   * Ends a try by what its worker says.
   *
   * @return false when the step belongs to somebody else by now, and nothing was written
   */
  boolean settle(Claim claim, Ending ending) {
    return tell(claim, QuarkusTransaction.requiringNew().call(() -> write(claim, ending)));
  }

  /** Ends a try whose worker has gone: another one where there is one left. */
  boolean takeBack(Claim claim) {
    return tell(claim, QuarkusTransaction.requiringNew().call(() -> writeLost(claim)));
  }

  /** Gives a step back whose process ends in good order. */
  void release(Claim claim) {
    QuarkusTransaction.requiringNew()
        .run(() -> {
          if (steps.release(claim)) {
            steps.closeAttempt(claim, AttemptOutcome.RELEASED, null);
          }
        });
  }

  private boolean tell(Claim claim, Optional<Settled> settled) {
    settled.ifPresent(done -> {
      signals.workReady();
      done.end().ifPresent(end -> metrics.runEnded(done.pipeline(), end.state()));
      done.end().ifPresent(end -> signals.runEnded(claim.runId()));
    });
    return settled.isPresent();
  }

  private Optional<Settled> writeLost(Claim claim) {
    String pipeline = steps.lockRun(claim.runId());
    if (!steps.isStillExpired(claim)) {
      return Optional.empty();
    }
    steps.closeAttempt(claim, AttemptOutcome.LEASE_LOST, LEASE_LOST);
    if (claim.hasAttemptsLeft()) {
      steps.retry(claim, StepReason.LEASE_LOST, LEASE_LOST, Duration.ZERO);
      return Optional.of(new Settled(pipeline, Optional.empty()));
    }
    String message = "%s It was tried %d times.".formatted(LEASE_LOST, claim.attempt());
    steps.finish(claim, StepState.FAILED, StepReason.LEASE_LOST, message, null);
    return Optional.of(advance(claim, pipeline));
  }

  private Optional<Settled> write(Claim claim, Ending ending) {
    String pipeline = steps.lockRun(claim.runId());
    boolean isOurs =
        switch (ending) {
          case Done done ->
              steps.finish(
                  claim, done.state(), reason(done), done.message().orElse(null), done.output());
          case GivenUp up -> steps.finish(claim, StepState.FAILED, up.reason(), up.message(), null);
          case TriedAgain again ->
              steps.retry(claim, again.reason(), again.message(), claim.delay());
        };
    if (!isOurs) {
      return Optional.empty();
    }
    steps.closeAttempt(claim, ending.outcome(), ending.text().orElse(null));
    return Optional.of(
        ending instanceof TriedAgain
            ? new Settled(pipeline, Optional.empty())
            : advance(claim, pipeline));
  }

  private static StepReason reason(Done done) {
    return done.state() == StepState.REJECTED ? StepReason.GATE : null;
  }

  private Settled advance(Claim claim, String pipeline) {
    RunPlan plan = RunPlan.of(steps.positions(claim.runId()));
    plan.changes().forEach(change -> steps.change(claim.runId(), change));
    plan.end()
        .ifPresent(end -> {
          steps.end(claim.runId(), end);
          runs.startNext(pipeline);
        });
    return new Settled(pipeline, plan.end());
  }
}
