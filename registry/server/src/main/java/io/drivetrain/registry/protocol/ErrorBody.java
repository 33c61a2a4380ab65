package io.drivetrain.registry.protocol;

/** The body of every error. */
public record ErrorBody(String errorCode, String message) {}
