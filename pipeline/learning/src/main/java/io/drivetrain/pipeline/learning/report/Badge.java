package io.drivetrain.pipeline.learning.report;

import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.step.StepState;
import java.util.Locale;

/**
 * A word with a colour, which only repeats it.
 *
 * @param kind good, bad, warn, busy or quiet
 */
public record Badge(String kind, String text) {

  static Badge of(RunState state) {
    String kind =
        switch (state) {
          case SUCCEEDED -> "good";
          case FAILED, TIMED_OUT -> "bad";
          case REJECTED, WAITING_APPROVAL -> "warn";
          case RUNNING, CANCELLING -> "busy";
          case QUEUED, CANCELLED -> "quiet";
        };
    return new Badge(kind, words(state.name()));
  }

  static Badge of(StepState state) {
    String kind =
        switch (state) {
          case SUCCEEDED, REUSED -> "good";
          case FAILED, TIMED_OUT -> "bad";
          case REJECTED, WAITING_APPROVAL, RETRY_WAIT -> "warn";
          case RUNNING, CANCELLING -> "busy";
          case PENDING, READY, CANCELLED, SKIPPED, UPSTREAM_FAILED -> "quiet";
        };
    return new Badge(kind, words(state.name()));
  }

  /** What an expectation or a gate came to. */
  static Badge of(boolean passed, boolean warning) {
    if (passed) {
      return new Badge("good", "passed");
    }
    return warning ? new Badge("warn", "warning") : new Badge("bad", "no");
  }

  private static String words(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
