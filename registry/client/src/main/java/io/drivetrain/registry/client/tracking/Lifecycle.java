package io.drivetrain.registry.client.tracking;

/** Which experiments or runs a search sees. */
public enum Lifecycle {
  ACTIVE_ONLY,
  /** What is in the trash. */
  DELETED_ONLY,
  ALL
}
