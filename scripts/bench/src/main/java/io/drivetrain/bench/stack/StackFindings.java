package io.drivetrain.bench.stack;

import io.drivetrain.bench.stack.StackTrial.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What all trials found. */
final class StackFindings {
  private final List<Outcome> outcomes = new ArrayList<>();
  private int skipped;
  private long doubled;
  private long asked;

  void note(int number, StackFault fault, Outcome outcome) {
    outcomes.add(outcome);
    System.out.printf(
        "trial %d: %s: back after %.1f s, longest time without a prediction %.1f s, failed predictions %d,"
            + " points %d accepted and %d lost, run %s%n",
        number,
        fault,
        seconds(outcome.back()),
        seconds(outcome.gap()),
        outcome.failed().size(),
        outcome.points(),
        outcome.lostPoints(),
        outcome.run());
    outcome.failed().stream()
        .limit(3)
        .forEach(failure -> System.out.println("  " + failure.what()));
  }

  void skip(int number, StackFault fault, String why) {
    skipped++;
    System.out.printf("trial %d: %s: SKIPPED, %s%n", number, fault, why);
  }

  void doubled(long promotions) {
    doubled = promotions;
  }

  void asked(long predictions) {
    asked = predictions;
  }

  /** Prints the sums; gives whether all is well. */
  boolean report(Duration longestRecovery) {
    long failed = outcomes.stream().mapToLong(outcome -> outcome.failed().size()).sum();
    long lostPoints = outcomes.stream().mapToLong(Outcome::lostPoints).sum();
    long points = outcomes.stream().mapToLong(Outcome::points).sum();
    long lostRuns = outcomes.stream().filter(outcome -> !hasEnded(outcome.run())).count();
    long failedRuns = outcomes.stream().filter(outcome -> outcome.run().equals("FAILED")).count();
    double slowest = outcomes.stream().mapToDouble(o -> seconds(o.back())).max().orElse(0);
    System.out.printf(
        "%d trials, %d skipped: failed predictions %d of %d, lost points %d of %d, runs lost %d (ended as failed: %d),"
            + " promotions doubled %d, slowest recovery %.1f s (aim: %d s)%n",
        outcomes.size(),
        skipped,
        failed,
        asked,
        lostPoints,
        points,
        lostRuns,
        failedRuns,
        doubled,
        slowest,
        longestRecovery.toSeconds());
    return failed + lostPoints + lostRuns + doubled == 0 && slowest <= longestRecovery.toSeconds();
  }

  private static boolean hasEnded(String run) {
    return List.of("SUCCEEDED", "REJECTED", "FAILED", "CANCELLED").contains(run);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
