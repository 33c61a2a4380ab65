package io.drivetrain.registry.protocol;

/** A record that is read from a JSON body by {@link RequestReader}, with protobuf's tolerance. */
public interface MlflowRequest {}
