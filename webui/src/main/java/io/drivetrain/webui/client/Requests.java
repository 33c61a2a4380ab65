package io.drivetrain.webui.client;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** The bodies that are sent to the pipeline service. */
public final class Requests {
  private Requests() {}

  /** Starts a run with these parameters changed. */
  public record NewRun(Map<String, Object> params, String note) {}

  /** Asks what a run would be. */
  public record TrialRun(Map<String, Object> params, boolean dryRun) {
    public TrialRun(Map<String, Object> params) {
      this(params, true);
    }
  }

  public record Because(String reason) {}

  /** Answers a step that waits for approval. */
  public record Decision(String step, String reason) {}

  /** Makes a run that resumes another one. */
  public record Resumption(String note) {}

  /** Asks what a resumed run would do. */
  public record ResumePreview(boolean dryRun) {
    public ResumePreview() {
      this(true);
    }
  }

  public record Nothing() {}

  /**
   * Returns an idempotency key: the same body of the same sender has the same key.
   *
   * @param sender the dialog that sends it
   * @param body a record whose text has all of its content
   */
  public static String key(UUID sender, Record body) {
    return UUID.nameUUIDFromBytes((sender + body.toString()).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
