package io.drivetrain.pipeline.api.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a run is doing or waiting for.
 *
 * @param reasons one for a run that waits as a whole or has ended, else one for each step that has
 *     not ended, in their order
 */
public record RunWhy(UUID id, RunState state, List<Reason> reasons) {

  public RunWhy {
    reasons = reasons == null ? List.of() : List.copyOf(reasons);
  }

  /**
   * @param step empty when it is about the whole run
   * @param message for people
   * @param until when it continues by itself, where that is known
   * @param blockedBy the run that it waits for
   */
  public record Reason(
      Code code,
      Optional<String> step,
      String message,
      Optional<Instant> until,
      Optional<UUID> blockedBy) {
    public static Reason ofRun(Code code, String message, Optional<UUID> blockedBy) {
      return new Reason(code, Optional.empty(), message, Optional.empty(), blockedBy);
    }

    public static Reason ofStep(Code code, String step, String message, Optional<Instant> until) {
      return new Reason(code, Optional.of(step), message, until, Optional.empty());
    }
  }

  /** What kind of reason it is. */
  public enum Code {
    /** It has ended. */
    ENDED,
    /** Other runs of the pipeline are ahead of it. */
    LIMIT_REACHED,
    /** A worker runs it. */
    RUNNING,
    /** Its worker was told to stop. */
    STOPPING,
    /** It will be retried later. */
    WAITING_UNTIL,
    /** It waits for approval. */
    WAITING_APPROVAL,
    /** It is ready, and no worker has claimed it. */
    NO_FREE_WORKER,
    /** It depends on steps that have not ended. */
    UPSTREAM
  }
}
