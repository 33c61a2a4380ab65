package io.drivetrain.pipeline.api.backfill;

import io.drivetrain.pipeline.api.run.RunState;
import java.util.Optional;

/** Which times of a back-fill get a run. A time whose run has not ended never gets another. */
public enum Reprocess {
  /** Those without a run. */
  MISSING,
  /** Those without a run, and those whose latest run failed, was cancelled or took too long. */
  FAILED,
  /** All of them. */
  ALL;

  /**
   * @param latest the state of the latest run of the time
   */
  public boolean wants(Optional<RunState> latest) {
    return latest.map(this::wantsAfter).orElse(true);
  }

  private boolean wantsAfter(RunState latest) {
    return switch (latest) {
      case QUEUED, RUNNING, WAITING_APPROVAL, CANCELLING -> false;
      case SUCCEEDED, REJECTED -> this == ALL;
      case FAILED, CANCELLED, TIMED_OUT -> this != MISSING;
    };
  }
}
