package io.drivetrain.registry.model;

/**
 * Fired inside the transaction of every change to a model, its versions or its aliases.
 *
 * @param name of the registered model
 */
public record ModelChanged(String name) {}
