package io.drivetrain.webui.pipeline.ui;

import io.drivetrain.webui.pipeline.RunState;
import io.drivetrain.webui.pipeline.StepState;
import java.util.Locale;

/** What a state means to a person, as a colour; always beside its name. */
enum Tone {
  GOOD,
  /** A gate said no: correct, and not what was hoped for. */
  REFUSED,
  BAD,
  STOPPED,
  ACTIVE,
  /** A person is asked. */
  ASKING,
  WAITING;

  static Tone of(RunState state) {
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

  static Tone of(StepState state) {
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
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
