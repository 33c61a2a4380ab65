package io.drivetrain.pipeline.api.step;

/**
 * How far a step is.
 *
 * @param text what it is doing
 * @param fraction 0 to 1 of the step
 */
public record StepProgress(String text, double fraction) {}
