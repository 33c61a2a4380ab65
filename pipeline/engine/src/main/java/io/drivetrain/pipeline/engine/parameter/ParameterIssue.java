package io.drivetrain.pipeline.engine.parameter;

/** A parameter that was refused, and why. */
public record ParameterIssue(String parameter, String message) {}
