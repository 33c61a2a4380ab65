package io.drivetrain.pipeline.engine.schedule;

import io.drivetrain.pipeline.api.schedule.Pause;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a schedule is. What it says stands in the definition.
 *
 * @param handledUntil up to which all of its times are done with
 */
record ScheduleState(String pipeline, Instant handledUntil, Optional<Pause> pause) {}
