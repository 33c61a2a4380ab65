package io.drivetrain.pipeline.api.run;

import io.drivetrain.pipeline.api.step.StepReason;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a run.
 *
 * @param seq 1 for the first of the run, without gaps
 * @param step empty when it happened to the run itself
 * @param state the state from then on: of the step, or of the run
 * @param attempt of the step
 * @param message for people
 */
public record RunEvent(
    int seq,
    Instant at,
    Optional<String> step,
    String state,
    Optional<Integer> attempt,
    Optional<StepReason> reason,
    Optional<String> message) {}
