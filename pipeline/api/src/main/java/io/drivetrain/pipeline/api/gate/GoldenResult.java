package io.drivetrain.pipeline.api.gate;

import java.util.Optional;

/**
 * A golden record as a model predicted it.
 *
 * @param min smallest plausible prediction, in the target's unit
 * @param max greatest plausible prediction, in the target's unit
 * @param value predicted, in the target's unit; empty when the row was refused
 * @param problem empty when it passed
 */
public record GoldenResult(
    String name, double min, double max, Optional<Double> value, boolean passed, String problem) {}
