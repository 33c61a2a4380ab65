package io.drivetrain.pipeline.engine.launch;

import io.drivetrain.pipeline.engine.definition.Sha256;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What identifies a repeated request for a run: the Idempotency-Key header, and a hash of the body,
 * which detects a key that is used for another request.
 */
public record IdempotencyKey(Optional<String> key, Optional<String> bodyHash) {
  private static final int LONGEST_KEY = 128;

  /**
   * @param header as it came; null for none
   * @param body of the request as it came, with what else tells it from others
   */
  public static IdempotencyKey of(String header, String body) {
    if (header == null) {
      return new IdempotencyKey(Optional.empty(), Optional.empty());
    }
    if (header.isBlank() || header.length() > LONGEST_KEY) {
      throw PipelineException.malformed("The Idempotency-Key must have 1 to 128 characters.");
    }
    return new IdempotencyKey(Optional.of(header), Optional.of(sha256(body)));
  }

  private static String sha256(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }
}
