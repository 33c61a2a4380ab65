package io.drivetrain.pipeline.engine.execution;

import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.execution.Ending.Done;
import io.drivetrain.pipeline.engine.execution.Ending.GivenUp;
import io.drivetrain.pipeline.engine.execution.Ending.TriedAgain;
import io.drivetrain.pipeline.engine.execution.ExecutionRepository.Standing;
import io.drivetrain.pipeline.engine.run.Run;
import io.drivetrain.pipeline.engine.run.RunCourse;
import io.drivetrain.pipeline.engine.run.RunEvents;
import io.drivetrain.pipeline.engine.run.RunService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Writes down how tries end, and what follows from it, in one transaction: the step, its try, the
 * steps that it makes ready, and the end of the run. All of it only for as long as the fence is the
 * claim's own.
 */
@ApplicationScoped
class Settlement {
  private static final String LEASE_LOST = "The worker died or froze in the middle of the step.";
  private static final String TIMED_OUT =
      "The step took longer than the timeout of its definition.";

  private final ExecutionRepository steps;
  private final RunService runs;
  private final RunCourse course;
  private final RunEvents events;
  private final StepMetrics metrics;

  Settlement(
      ExecutionRepository steps,
      RunService runs,
      RunCourse course,
      RunEvents events,
      StepMetrics metrics) {
    this.steps = steps;
    this.runs = runs;
    this.course = course;
    this.events = events;
    this.metrics = metrics;
  }

  /** A try as it was written down. */
  private record Tried(AttemptOutcome outcome, Duration time) {}

  /** Tells that a worker has begun with a step. */
  void begin(Claim claim) {
    QuarkusTransaction.requiringNew()
        .run(() ->
            events.stepBecame(
                claim.runId(), claim.step(), StepState.RUNNING, claim.attempt(), null, null));
  }

  /**
   * Ends a try by what its worker says.
   *
   * @return false when the step belongs to somebody else by now, and nothing was written
   */
  boolean settle(Claim claim, Ending said) {
    return tell(claim, QuarkusTransaction.requiringNew().call(() -> write(claim, said)));
  }

  /** Ends a try whose worker has gone, or did not stop in time. */
  boolean takeBack(Claim claim) {
    return tell(claim, QuarkusTransaction.requiringNew().call(() -> writeLost(claim)));
  }

  /** Gives a step back whose process ends in good order. */
  void release(Claim claim) {
    tell(claim, QuarkusTransaction.requiringNew().call(() -> writeReleased(claim)));
  }

  /** Tells a step to stop whose time is over. */
  void timeOut(Claim claim, Duration grace) {
    QuarkusTransaction.requiringNew()
        .run(() -> {
          runs.lock(claim.runId());
          if (steps.timeOut(claim, TIMED_OUT, grace)) {
            became(claim, StepState.CANCELLING, StepReason.DEADLINE, TIMED_OUT);
          }
        });
  }

  private boolean tell(Claim claim, Optional<Tried> tried) {
    tried.ifPresent(done -> metrics.tried(claim.step(), done.outcome(), done.time()));
    return tried.isPresent();
  }

  private Optional<Tried> write(Claim claim, Ending said) {
    return underFence(
        claim,
        standing -> true,
        run -> {
          switch (said) {
            case Done done ->
                finish(claim, done.state(), reason(done), done.message(), done.output());
            case GivenUp up ->
                finish(claim, StepState.FAILED, up.reason(), Optional.of(up.message()), null);
            case TriedAgain again -> retry(claim, again.reason(), again.message(), claim.delay());
          }
          Tried tried = close(claim, said.outcome(), said.text().orElse(null));
          course.advance(run);
          return tried;
        });
  }

  private Optional<Tried> writeLost(Claim claim) {
    return underFence(
        claim,
        Standing::isExpired,
        run -> {
          if (claim.hasAttemptsLeft()) {
            retry(claim, StepReason.LEASE_LOST, LEASE_LOST, Duration.ZERO);
          } else {
            String message = "%s It was tried %d times.".formatted(LEASE_LOST, claim.attempt());
            finish(claim, StepState.FAILED, StepReason.LEASE_LOST, Optional.of(message), null);
          }
          Tried tried = close(claim, AttemptOutcome.LEASE_LOST, LEASE_LOST);
          course.advance(run);
          return tried;
        });
  }

  private Optional<Tried> writeReleased(Claim claim) {
    return underFence(
        claim,
        standing -> true,
        run -> {
          steps.release(claim);
          became(claim, StepState.READY, StepReason.SHUTDOWN, "Its process ended in good order.");
          return close(claim, AttemptOutcome.RELEASED, null);
        });
  }

  /**
   * Ends a try with the run locked. Nothing happens when the step is no longer the claim's; one
   * that was told to stop is stopped, whatever else was to be written.
   */
  private Optional<Tried> underFence(
      Claim claim, Predicate<Standing> counts, Function<Run, Tried> ending) {
    Run run = runs.lock(claim.runId());
    return steps
        .standing(claim)
        .filter(counts)
        .map(standing ->
            standing.state() == StepState.CANCELLING
                ? stop(run, claim, standing)
                : ending.apply(run));
  }

  /** Ends a step that was told to stop, whatever its worker brought. */
  private Tried stop(Run run, Claim claim, Standing standing) {
    boolean isItsOwnTime = run.state() != RunState.CANCELLING || standing.isAlways();
    boolean isTimedOut = standing.reason() == StepReason.DEADLINE && isItsOwnTime;
    finish(
        claim,
        isTimedOut ? StepState.TIMED_OUT : StepState.CANCELLED,
        standing.reason(),
        Optional.ofNullable(standing.message()),
        null);
    Tried tried =
        close(
            claim,
            isTimedOut ? AttemptOutcome.TIMED_OUT : AttemptOutcome.CANCELLED,
            standing.message());
    course.advance(run);
    return tried;
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

  private Tried close(Claim claim, AttemptOutcome outcome, String error) {
    return new Tried(outcome, steps.closeAttempt(claim, outcome, error).orElse(Duration.ZERO));
  }

  private static StepReason reason(Done done) {
    return done.state() == StepState.REJECTED ? StepReason.GATE : null;
  }
}
