package io.drivetrain.registry.client.tracking;

/**
 * A logged model that a run made.
 *
 * @param step of the training that it is from, 0 when there is no such thing
 */
public record ModelOutput(String modelId, long step) {}
