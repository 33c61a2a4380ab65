package io.drivetrain.pipeline.api.schedule;

import java.time.Instant;

/**
 * A schedule that does not fire.
 *
 * @param since when it was paused
 * @param by who paused it, as they said; may be empty
 * @param reason why, for people; may be empty
 */
public record Pause(Instant since, String by, String reason) {}
