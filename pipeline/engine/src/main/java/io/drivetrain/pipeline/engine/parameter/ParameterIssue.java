package io.drivetrain.pipeline.engine.parameter;

/** One parameter of a request that was refused, and why, for a person. */
public record ParameterIssue(String parameter, String message) {}
