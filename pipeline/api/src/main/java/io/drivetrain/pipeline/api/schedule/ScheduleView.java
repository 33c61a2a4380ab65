package io.drivetrain.pipeline.api.schedule;

import io.drivetrain.pipeline.api.definition.CatchUp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a pipeline starts by itself.
 *
 * @param cron as the definition writes it
 * @param catchUpLimit only with {@code catchUp: all}
 * @param next the next time; none while it is paused
 */
public record ScheduleView(
    String pipeline,
    String cron,
    String timeZone,
    CatchUp catchUp,
    Optional<Integer> catchUpLimit,
    Optional<Pause> paused,
    Optional<Instant> next) {

  /** All schedules, in the order of the definitions. */
  public record All(List<ScheduleView> schedules) {
    public All {
      schedules = schedules == null ? List.of() : List.copyOf(schedules);
    }
  }

  /**
   * The times at which a schedule fires next, whether or not it is paused.
   *
   * @param paused whether it must be resumed first
   */
  public record Preview(
      String pipeline, String cron, String timeZone, boolean paused, List<Firing> firings) {}
}
