package io.drivetrain.pipeline.api.schedule;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A time at which a schedule fires.
 *
 * @param local the same time on the clocks of the schedule's time zone
 * @param warning when that day's clocks are moved and the time is therefore not what it looks like
 */
public record Firing(Instant at, OffsetDateTime local, Optional<String> warning) {}
