package io.drivetrain.webui.component;

import io.drivetrain.webui.client.RunState;
import io.drivetrain.webui.client.StepState;
import java.util.Locale;

/** What a state means to a person, as a colour; always beside its name. */
public enum StateColor {
  GOOD,
  /** A gate said no: correct, and not what was hoped for. */
  REFUSED,
  BAD,
  STOPPED,
  ACTIVE,
  /** A person is asked. */
  ASKING,
  WAITING;

  public static StateColor of(RunState state) {
    return switch (state) {
      case QUEUED, UNKNOWN -> WAITING;
      case RUNNING, CANCELLING -> ACTIVE;
      case WAITING_APPROVAL -> ASKING;
      case SUCCEEDED -> GOOD;
      case REJECTED -> REFUSED;
      case FAILED, TIMED_OUT -> BAD;
      case CANCELLED -> STOPPED;
    };
  }

  public static StateColor of(StepState state) {
    return switch (state) {
      case PENDING, READY, RETRY_WAIT, UNKNOWN -> WAITING;
      case RUNNING, CANCELLING -> ACTIVE;
      case WAITING_APPROVAL -> ASKING;
      case SUCCEEDED, REUSED -> GOOD;
      case REJECTED -> REFUSED;
      case FAILED, TIMED_OUT -> BAD;
      case CANCELLED, SKIPPED, UPSTREAM_FAILED -> STOPPED;
    };
  }

  /** The value of the attribute that the style sheet looks at. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
