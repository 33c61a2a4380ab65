package io.drivetrain.registry.client.loggedmodel;

/** Whether a logged model's files are complete; on the wire with {@code LOGGED_MODEL_} before. */
public enum LoggedModelStatus {
  PENDING,
  READY,
  UPLOAD_FAILED;

  private static final String PREFIX = "LOGGED_MODEL_";

  String wireName() {
    return PREFIX + name();
  }

  /**
   * @throws IllegalArgumentException for a name that is none of the protocol
   */
  static LoggedModelStatus ofWire(String name) {
    for (LoggedModelStatus status : values()) {
      if (status.wireName().equals(name)) {
        return status;
      }
    }
    throw new IllegalArgumentException("No status of a logged model: '" + name + "'");
  }
}
