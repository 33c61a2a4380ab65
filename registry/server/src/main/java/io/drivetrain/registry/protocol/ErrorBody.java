package io.drivetrain.registry.protocol;

/** The body of an error on MLflow's routes. */
public record ErrorBody(String errorCode, String message) {}
