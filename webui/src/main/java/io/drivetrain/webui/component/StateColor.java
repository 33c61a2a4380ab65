package io.drivetrain.webui.component;

import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.step.StepState;
import java.util.Locale;

/** What a state means to people, as a colour; always shown beside its name. */
public enum StateColor {
  GOOD,
  /** A gate failed: a correct outcome, and not the one that was hoped for. */
  REJECTED,
  BAD,
  STOPPED,
  ACTIVE,
  /** It waits for approval. */
  APPROVAL,
  WAITING;

  public static StateColor of(RunState state) {
    return switch (state) {
      case null -> WAITING; // only a newer pipeline service knows it
      case QUEUED -> WAITING;
      case RUNNING, CANCELLING -> ACTIVE;
      case WAITING_APPROVAL -> APPROVAL;
      case SUCCEEDED -> GOOD;
      case REJECTED -> REJECTED;
      case FAILED, TIMED_OUT -> BAD;
      case CANCELLED -> STOPPED;
    };
  }

  public static StateColor of(StepState state) {
    return switch (state) {
      case null -> WAITING; // only a newer pipeline service knows it
      case PENDING, READY, RETRY_WAIT -> WAITING;
      case RUNNING, CANCELLING -> ACTIVE;
      case WAITING_APPROVAL -> APPROVAL;
      case SUCCEEDED, REUSED -> GOOD;
      case REJECTED -> REJECTED;
      case FAILED, TIMED_OUT -> BAD;
      case CANCELLED, SKIPPED, UPSTREAM_FAILED -> STOPPED;
    };
  }

  /** The value of the attribute {@code data-color} that the style sheet looks at. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The CSS custom property of the colour, for charts. */
  public String variable() {
    return "--state-" + key();
  }
}
