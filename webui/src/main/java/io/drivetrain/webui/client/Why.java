package io.drivetrain.webui.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Why a run is not running, or what it is doing. */
public record Why(List<Reason> reasons) {
  public static final Why NOTHING_TO_SAY = new Why(List.of());

  public Why {
    reasons = reasons == null ? List.of() : List.copyOf(reasons);
  }

  /**
   * @param step empty when it is about the whole run
   * @param message for people, in English
   * @param until when it goes on by itself, where that is known
   * @param blockedBy the run that it waits for
   */
  public record Reason(
      Code code,
      Optional<String> step,
      String message,
      Optional<Instant> until,
      Optional<UUID> blockedBy) {}

  /** What kind of reason it is. */
  public enum Code {
    ENDED,
    LIMIT_REACHED,
    RUNNING,
    STOPPING,
    WAITING_UNTIL,
    WAITING_APPROVAL,
    NO_FREE_WORKER,
    UPSTREAM,
    /** One that only a newer pipeline service knows. */
    @JsonEnumDefaultValue
    OTHER
  }
}
