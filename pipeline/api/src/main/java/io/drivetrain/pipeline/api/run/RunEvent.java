package io.drivetrain.pipeline.api.run;

import io.drivetrain.pipeline.api.step.StepReason;
import java.time.Instant;
import java.util.Optional;

/**
 * A change of state of a run or of one of its steps.
 *
 * @param seq 1 for the first of the run, without gaps
 * @param step empty for a change of the run itself
 * @param state the new state of the step or the run
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
