package io.drivetrain.pipeline.engine.schedule;

import io.drivetrain.pipeline.engine.definition.ScheduleSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Selects the scheduled times that become runs now: those that are due and those that were missed.
 */
final class DueFirings {
  private DueFirings() {}

  /**
   * @param handledUntil up to which all times are done with
   * @param tolerance how late a firing may be and still not count as missed
   * @return oldest first
   */
  static List<Instant> of(
      ScheduleSpec spec, Instant handledUntil, Instant now, Duration tolerance) {
    FiringTimes times = new FiringTimes(spec);
    return switch (spec.catchUp()) {
      case NONE ->
          times.latest(handledUntil, now, 1).stream()
              .filter(time -> !time.isBefore(now.minus(tolerance)))
              .toList();
      case LATEST -> times.latest(handledUntil, now, 1);
      case ALL -> times.latest(handledUntil, now, spec.catchUpLimit());
    };
  }
}
