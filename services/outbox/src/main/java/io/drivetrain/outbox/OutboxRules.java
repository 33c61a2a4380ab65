package io.drivetrain.outbox;

import java.time.Duration;

/**
 * How patient an outbox is.
 *
 * @param lease how long a claimed message is left to the replica that sends it; longer than an
 *     attempt may take
 * @param maxAttempts after so many a message is given up
 * @param firstPause before the second attempt
 * @param pauseGrowth by which the pause is multiplied before each further attempt
 */
public record OutboxRules(
    Duration lease, int maxAttempts, Duration firstPause, double pauseGrowth) {
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  public OutboxRules {
    if (maxAttempts < 1 || pauseGrowth < 1) {
      throw new IllegalArgumentException(
          "maxAttempts and pauseGrowth must be 1 at least, not %d and %s"
              .formatted(maxAttempts, pauseGrowth));
    }
  }

  /** The pause after so many attempts, a day at most. */
  Duration pauseAfter(int attempts) {
    double millis = firstPause.toMillis() * Math.pow(pauseGrowth, attempts - 1.0);
    return Duration.ofMillis((long) Math.min(millis, LONGEST_PAUSE.toMillis()));
  }

  boolean isLast(int attempts) {
    return attempts >= maxAttempts;
  }
}
