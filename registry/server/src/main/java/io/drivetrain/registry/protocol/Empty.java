package io.drivetrain.registry.protocol;

/** The answer of a change that has nothing to say: {@code {}}. Clients fail on an empty body. */
public record Empty() {}
