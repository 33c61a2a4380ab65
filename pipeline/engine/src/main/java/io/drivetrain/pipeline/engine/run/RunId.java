package io.drivetrain.pipeline.engine.run;

import io.drivetrain.pipeline.engine.problem.PipelineException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Ids of runs: UUID version 7 (RFC 9562, 5.7), whose order is that of time. */
public final class RunId {
  private static final SecureRandom RANDOM = new SecureRandom();

  private RunId() {}

  /**
   * The id in a path.
   *
   * @throws PipelineException 404 when it is none
   */
  public static UUID parse(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      throw PipelineException.notFound("run", text);
    }
  }

  public static UUID at(Instant now) {
    long millis = now.toEpochMilli() << 16;
    long version = 0x7000L | RANDOM.nextLong() & 0x0FFFL;
    long variant = 0x8000_0000_0000_0000L | RANDOM.nextLong() >>> 2;
    return new UUID(millis | version, variant);
  }
}
