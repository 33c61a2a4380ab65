package io.drivetrain.registry.client.tracking;

/** State of a run; the names are those of the wire. */
public enum RunStatus {
  RUNNING,
  SCHEDULED,
  FINISHED,
  FAILED,
  KILLED
}
