package io.drivetrain.pipeline.engine.run;

import io.drivetrain.pipeline.engine.problem.PipelineException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** The position after which a page starts. Opaque to clients. */
record RunCursor(Instant createdAt, UUID id) {
  /** Before the latest run. */
  static final RunCursor START =
      new RunCursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

  static RunCursor after(Run run) {
    return new RunCursor(run.createdAt(), run.id());
  }

  static RunCursor parse(String token) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
      String[] parts = text.split(" ", 2);
      return new RunCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException broken) {
      throw PipelineException.malformed(
          "The cursor was not issued by this service. Leave it out to get the first page.");
    }
  }

  String token() {
    byte[] text = (createdAt + " " + id).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }
}
