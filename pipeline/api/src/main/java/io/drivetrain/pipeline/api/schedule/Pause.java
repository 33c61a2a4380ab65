package io.drivetrain.pipeline.api.schedule;

import java.time.Instant;

/**
 * A schedule that does not fire.
 *
 * @param since when it was paused
 * @param by who paused it, not verified; may be empty
 * @param reason why; may be empty
 */
public record Pause(Instant since, String by, String reason) {}
