package io.drivetrain.embedded.supervision;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a service stays down after it ended, and when it is given up. Only quick ends in a row
 * count: a service that lived for a minute begins anew. One that was never ready has a mistake in
 * its settings more likely than bad luck, and is given up soon.
 */
final class BackOff {
  static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  static final Duration LONG_LIFE = Duration.ofMinutes(1);

  /** Ends in a row of a service that was never ready. */
  static final int MOST_FIRST_STARTS = 3;

  /** Quick ends in a row of one that was; with the pauses between them more than three minutes. */
  static final int MOST_QUICK_ENDS = 24;

  private boolean wasEverReady;
  private int quickEnds;

  /**
   * The pause before the next start; empty: no more starts.
   *
   * @param wasReady in this life
   * @param lived from its start to its end
   */
  Optional<Duration> afterEnd(boolean wasReady, Duration lived) {
    wasEverReady |= wasReady;
    if (lived.compareTo(LONG_LIFE) >= 0) {
      quickEnds = 0;
    }
    quickEnds++;
    if (quickEnds >= (wasEverReady ? MOST_QUICK_ENDS : MOST_FIRST_STARTS)) {
      return Optional.empty();
    }
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(quickEnds - 1, 10));
    return Optional.of(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
  }
}
