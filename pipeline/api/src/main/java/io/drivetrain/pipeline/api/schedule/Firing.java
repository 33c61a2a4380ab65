package io.drivetrain.pipeline.api.schedule;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A time at which a schedule fires.
 *
 * @param local the same time on the clocks of the schedule's time zone
 * @param warning set when a clock change on that day affects the time
 */
public record Firing(Instant at, OffsetDateTime local, Optional<String> warning) {}
