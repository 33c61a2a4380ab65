package io.drivetrain.pipeline.engine.execution;

import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.step.AttemptOutcome;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.event.RunEvents;
import io.drivetrain.pipeline.engine.execution.AttemptResult.Completed;
import io.drivetrain.pipeline.engine.execution.AttemptResult.Failed;
import io.drivetrain.pipeline.engine.execution.AttemptResult.Retried;
import io.drivetrain.pipeline.engine.execution.ExecutionRepository.ClaimStatus;
import io.drivetrain.pipeline.engine.progression.RunProgression;
import io.drivetrain.pipeline.engine.run.Run;
import io.drivetrain.pipeline.engine.run.RunService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Commits the results of attempts in one transaction: the step, its attempt, the steps that become
 * ready, and the end of the run. Nothing is written once the step has a newer fence than the claim.
 */
@ApplicationScoped
class AttemptCommitter {
  private static final String LEASE_LOST = "The worker died or stopped responding during the step.";
  private static final String TIMED_OUT = "The step exceeded the timeout of its definition.";

  private final ExecutionRepository steps;
  private final RunService runs;
  private final RunProgression progression;
  private final RunEvents events;
  private final StepMeters meters;

  AttemptCommitter(
      ExecutionRepository steps,
      RunService runs,
      RunProgression progression,
      RunEvents events,
      StepMeters meters) {
    this.steps = steps;
    this.runs = runs;
    this.progression = progression;
    this.events = events;
    this.meters = meters;
  }

  /** An attempt that was closed. */
  private record ClosedAttempt(AttemptOutcome outcome, Duration time) {}

  /** Records that a worker has started a step. */
  void begin(Claim claim) {
    QuarkusTransaction.requiringNew()
        .run(() ->
            events.stepBecame(
                claim.runId(), claim.step(), StepState.RUNNING, claim.attempt(), null, null));
  }

  /**
   * Commits the result of an attempt.
   *
   * @return false when the step belongs to another worker now, and nothing was written
   */
  boolean commit(Claim claim, AttemptResult result) {
    return tell(claim, QuarkusTransaction.requiringNew().call(() -> write(claim, result)));
  }

  /** Ends an attempt whose worker is gone or did not stop in time. */
  boolean takeBack(Claim claim) {
    return tell(claim, QuarkusTransaction.requiringNew().call(() -> writeLost(claim)));
  }

  /** Returns a step to the queue because its process shuts down. */
  void release(Claim claim) {
    tell(claim, QuarkusTransaction.requiringNew().call(() -> writeReleased(claim)));
  }

  /** Stops a step that exceeded its timeout. */
  void timeOut(Claim claim, Duration grace) {
    QuarkusTransaction.requiringNew()
        .run(() -> {
          runs.lock(claim.runId());
          if (steps.timeOut(claim, TIMED_OUT, grace)) {
            became(claim, StepState.CANCELLING, StepReason.DEADLINE, TIMED_OUT);
          }
        });
  }

  private boolean tell(Claim claim, Optional<ClosedAttempt> attempt) {
    attempt.ifPresent(done -> meters.attemptEnded(claim.step(), done.outcome(), done.time()));
    return attempt.isPresent();
  }

  private Optional<ClosedAttempt> write(Claim claim, AttemptResult result) {
    return underFence(
        claim,
        status -> true,
        run -> {
          switch (result) {
            case Completed completed ->
                finish(
                    claim,
                    completed.state(),
                    reason(completed),
                    completed.message(),
                    completed.output());
            case Failed failed ->
                finish(
                    claim, StepState.FAILED, failed.reason(), Optional.of(failed.message()), null);
            case Retried retried ->
                retry(claim, retried.reason(), retried.message(), claim.delay());
          }
          ClosedAttempt attempt = close(claim, result.outcome(), result.text().orElse(null));
          progression.advance(run);
          return attempt;
        });
  }

  private Optional<ClosedAttempt> writeLost(Claim claim) {
    return underFence(
        claim,
        ClaimStatus::isExpired,
        run -> {
          if (claim.hasAttemptsLeft()) {
            retry(claim, StepReason.LEASE_LOST, LEASE_LOST, Duration.ZERO);
          } else {
            String message = AttemptResult.lastAttempt(claim, LEASE_LOST);
            finish(claim, StepState.FAILED, StepReason.LEASE_LOST, Optional.of(message), null);
          }
          ClosedAttempt attempt = close(claim, AttemptOutcome.LEASE_LOST, LEASE_LOST);
          progression.advance(run);
          return attempt;
        });
  }

  private Optional<ClosedAttempt> writeReleased(Claim claim) {
    return underFence(
        claim,
        status -> true,
        run -> {
          steps.release(claim);
          became(
              claim,
              StepState.READY,
              StepReason.SHUTDOWN,
              "Its worker shut down; another worker will run it.");
          return close(claim, AttemptOutcome.RELEASED, null);
        });
  }

  /**
   * Ends an attempt with the run locked. Does nothing when the claim no longer holds the step. A
   * step that was told to stop ends as stopped, whatever its result.
   */
  private Optional<ClosedAttempt> underFence(
      Claim claim, Predicate<ClaimStatus> counts, Function<Run, ClosedAttempt> result) {
    Run run = runs.lock(claim.runId());
    return steps
        .status(claim)
        .filter(counts)
        .map(status ->
            status.state() == StepState.CANCELLING ? stop(run, claim, status) : result.apply(run));
  }

  /** Ends a step that was told to stop, whatever its result. */
  private ClosedAttempt stop(Run run, Claim claim, ClaimStatus status) {
    boolean isItsOwnTime = run.state() != RunState.CANCELLING || status.isAlways();
    boolean isTimedOut = status.reason() == StepReason.DEADLINE && isItsOwnTime;
    finish(
        claim,
        isTimedOut ? StepState.TIMED_OUT : StepState.CANCELLED,
        status.reason(),
        Optional.ofNullable(status.message()),
        null);
    ClosedAttempt attempt =
        close(
            claim,
            isTimedOut ? AttemptOutcome.TIMED_OUT : AttemptOutcome.CANCELLED,
            status.message());
    progression.advance(run);
    return attempt;
  }

  private void finish(
      Claim claim, StepState state, StepReason reason, Optional<String> message, String output) {
    steps.finish(claim, state, reason, message.orElse(null), output);
    became(claim, state, reason, message.orElse(null));
  }

  private void retry(Claim claim, StepReason reason, String message, Duration delay) {
    steps.retry(claim, reason, message, delay);
    became(claim, StepState.RETRY_WAIT, reason, message);
  }

  private void became(Claim claim, StepState state, StepReason reason, String message) {
    events.stepBecame(claim.runId(), claim.step(), state, claim.attempt(), reason, message);
  }

  private ClosedAttempt close(Claim claim, AttemptOutcome outcome, String error) {
    return new ClosedAttempt(
        outcome, steps.closeAttempt(claim, outcome, error).orElse(Duration.ZERO));
  }

  private static StepReason reason(Completed completed) {
    return completed.state() == StepState.REJECTED ? StepReason.GATE : null;
  }
}
