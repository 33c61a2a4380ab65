package io.drivetrain.pipeline.learning.report.html;

import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.learning.html.Badge;
import io.drivetrain.pipeline.learning.html.PageText;

/** The badges of states and verdicts. */
final class Badges {
  private final PageText text;

  Badges(PageText text) {
    this.text = text;
  }

  Badge of(RunState state) {
    String kind =
        switch (state) {
          case SUCCEEDED -> "good";
          case FAILED, TIMED_OUT -> "bad";
          case REJECTED, WAITING_APPROVAL -> "warn";
          case RUNNING, CANCELLING -> "busy";
          case QUEUED, CANCELLED -> "quiet";
        };
    return state(kind, state.name());
  }

  Badge of(StepState state) {
    String kind =
        switch (state) {
          case SUCCEEDED, REUSED -> "good";
          case FAILED, TIMED_OUT -> "bad";
          case REJECTED, WAITING_APPROVAL, RETRY_WAIT -> "warn";
          case RUNNING, CANCELLING -> "busy";
          case PENDING, READY, CANCELLED, SKIPPED, UPSTREAM_FAILED -> "quiet";
        };
    return state(kind, state.name());
  }

  /** What an expectation or a gate came to. */
  Badge of(boolean passed, boolean warning) {
    if (passed) {
      return named("good", "passed");
    }
    return warning ? named("warn", "warning") : named("bad", "failed");
  }

  /**
   * @param key of its text
   */
  Badge named(String kind, String key) {
    return new Badge(kind, text.of(key));
  }

  private Badge state(String kind, String state) {
    return named(kind, "state_" + state);
  }
}
