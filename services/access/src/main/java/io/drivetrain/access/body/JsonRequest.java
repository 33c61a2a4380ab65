package io.drivetrain.access.body;

/**
 * Marks the record of a request's body. A resource takes it as a parameter, {@code @Valid} where it
 * has constraints; {@link RequestBodyReader} reads it.
 */
public interface JsonRequest {}
