package io.drivetrain.pipeline.trainer;

import java.util.concurrent.ExecutionException;

/** What a fit threw on another thread. */
public final class FailedFit {
  private FailedFit() {}

  /**
   * The exception as it was thrown, because the engine tells a full memory from other errors.
   *
   * @throws Error the cause, when it is one
   */
  public static RuntimeException cause(ExecutionException failed) {
    return switch (failed.getCause()) {
      case RuntimeException cause -> cause;
      case Error error -> throw error;
      default -> new IllegalStateException(failed.getCause());
    };
  }
}
