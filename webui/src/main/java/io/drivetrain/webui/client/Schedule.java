package io.drivetrain.webui.client;

import java.time.Instant;
import java.util.Optional;

/**
 * When a pipeline starts by itself.
 *
 * @param cron as the definition writes it
 * @param timeZone of the cron expression: {@code Europe/Paris}
 * @param next the next time; none while it is paused
 */
public record Schedule(
    String pipeline, String cron, String timeZone, Optional<Pause> paused, Optional<Instant> next) {

  /** How Java writes UTC. */
  private static final String UTC_ID = "Z";

  public Schedule {
    timeZone = UTC_ID.equals(timeZone) ? "UTC" : timeZone;
  }

  /**
   * A schedule that does not fire.
   *
   * @param by who paused it; may be empty
   * @param reason why; may be empty
   */
  public record Pause(Instant since, String by, String reason) {}
}
