package io.drivetrain.pipeline.engine.output;

/** The result of a step that has done its work and has nothing to hand on. */
public record NoResult() {}
