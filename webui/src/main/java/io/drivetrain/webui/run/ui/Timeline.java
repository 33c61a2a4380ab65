package io.drivetrain.webui.run.ui;

import io.drivetrain.webui.client.Run;
import io.drivetrain.webui.client.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The time of a run from its start to its end, or to now, and where its steps lie in it. */
record Timeline(Run run, Instant from, Instant to) {
  private static final Duration SHORTEST = Duration.ofMillis(1);

  static Timeline of(Run run, Instant now) {
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
  Optional<Span> waiting(Step step) {
    boolean isOver = step.startedAt().isEmpty() && step.endedAt().isPresent();
    return run.readyAt(step)
        .filter(_ -> !isOver)
        .map(ready -> new Span(part(ready), part(step.startedAt().orElse(to))));
  }

  /** From the begin of its first try to its end, or to now. */
  Optional<Span> running(Step step) {
    return step.startedAt().map(start -> new Span(part(start), part(step.endedAt().orElse(to))));
  }

  Optional<Duration> waited(Step step) {
    boolean isOver = step.startedAt().isEmpty() && step.endedAt().isPresent();
    return run.readyAt(step)
        .filter(_ -> !isOver)
        .map(ready -> atLeastZero(Duration.between(ready, step.startedAt().orElse(to))));
  }

  Optional<Duration> ran(Step step) {
    return step.startedAt()
        .map(start -> atLeastZero(Duration.between(start, step.endedAt().orElse(to))));
  }

  Duration length() {
    return Duration.between(from, to);
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
