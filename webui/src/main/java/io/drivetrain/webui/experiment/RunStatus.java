package io.drivetrain.webui.experiment;

/** State of a tracking run, by its name in MLflow's protocol. */
public enum RunStatus {
  RUNNING,
  SCHEDULED,
  FINISHED,
  FAILED,
  KILLED;

  public boolean hasEnded() {
    return this != RUNNING && this != SCHEDULED;
  }
}
