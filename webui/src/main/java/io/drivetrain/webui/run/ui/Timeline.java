package io.drivetrain.webui.run.ui;

import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.run.StepDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The time of a run from its start to its end, or to now, and where its steps lie in it. */
record Timeline(RunDetails run, Instant from, Instant to) {
  private static final Duration SHORTEST = Duration.ofMillis(1);

  static Timeline of(RunDetails run, Instant now) {
    Instant from = run.startedAt().orElse(run.createdAt());
    Instant to = run.endedAt().orElse(now);
    return new Timeline(run, from, to.isAfter(from) ? to : from.plus(SHORTEST));
  }

  /** A part of the time of the run: 0 is its start, 1 its end. */
  record Span(double from, double to) {
    double length() {
      return to - from;
    }
  }

  /** While a step could have run and did not, or could not be decided. */
  Optional<Span> waiting(StepDetails step) {
    boolean isOver = step.startedAt().isEmpty() && step.endedAt().isPresent();
    return readyAt(step)
        .filter(_ -> !isOver)
        .map(ready -> new Span(part(ready), part(step.startedAt().orElse(to))));
  }

  /** From the begin of its first attempt to its end, or to now. */
  Optional<Span> running(StepDetails step) {
    return step.startedAt().map(start -> new Span(part(start), part(step.endedAt().orElse(to))));
  }

  Optional<Duration> waited(StepDetails step) {
    boolean isOver = step.startedAt().isEmpty() && step.endedAt().isPresent();
    return readyAt(step)
        .filter(_ -> !isOver)
        .map(ready -> atLeastZero(Duration.between(ready, step.startedAt().orElse(to))));
  }

  Optional<Duration> ran(StepDetails step) {
    return step.startedAt()
        .map(start -> atLeastZero(Duration.between(start, step.endedAt().orElse(to))));
  }

  Duration length() {
    return Duration.between(from, to);
  }

  /** When a step could have begun: the run had started and all that it needs had ended. */
  private Optional<Instant> readyAt(StepDetails step) {
    Optional<Instant> ready = run.startedAt();
    for (String need : step.needs()) {
      Optional<Instant> ended = run.step(need).flatMap(StepDetails::endedAt);
      if (ended.isEmpty()) {
        return Optional.empty();
      }
      ready = ready.filter(time -> time.isAfter(ended.get())).or(() -> ended);
    }
    return ready;
  }

  private double part(Instant time) {
    double part = (double) Duration.between(from, time).toNanos() / length().toNanos();
    return Math.clamp(part, 0, 1);
  }

  /** The clocks of this service and of the database differ. */
  private static Duration atLeastZero(Duration time) {
    return time.isNegative() ? Duration.ZERO : time;
  }
}
