package io.drivetrain.registry.client.model;

/** Whether a version's files are complete; only a READY version is loaded. */
public enum ModelVersionStatus {
  PENDING_REGISTRATION,
  FAILED_REGISTRATION,
  READY
}
