package io.drivetrain.pipeline.engine.schedule;

import io.drivetrain.pipeline.api.schedule.Pause;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a schedule has been processed.
 *
 * @param handledUntil up to which all of its times are handled
 */
record ScheduleState(String pipeline, Instant handledUntil, Optional<Pause> pause) {}
