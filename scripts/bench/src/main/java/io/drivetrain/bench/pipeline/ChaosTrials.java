package io.drivetrain.bench.pipeline;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The trials that stacks share, and what came of them. */
final class ChaosTrials {
  private final List<Fault> deck = new ArrayList<>();
  private final Map<Fault, Integer> trials = new EnumMap<>(Fault.class);
  private final Map<Fault, List<Double>> recoveries = new EnumMap<>(Fault.class);
  private final Map<Finding, List<String>> findings = new EnumMap<>(Finding.class);
  private final List<Finding> blindSpots = new ArrayList<>();
  private int begun;
  private int runs;

  /**
   * @param count how many trials, as many of each kind of fault
   * @param seed of their order
   */
  ChaosTrials(int count, List<Fault> faults, long seed) {
    IntStream.range(0, count).forEach(i -> deck.add(faults.get(i % faults.size())));
    Collections.shuffle(deck, new Random(seed));
    for (Finding finding : Finding.values()) {
      findings.put(finding, new ArrayList<>());
    }
  }

  /** Works on one stack until all trials have begun, then looks for what went wrong on it. */
  void work(ChaosCell cell) throws Exception {
    cell.start();
    for (int number = next(); number > 0; number = next()) {
      Fault fault = deck.get(number - 1);
      ChaosCell.Outcome outcome = cell.trial(number, fault);
      note(number, fault, outcome);
      if (!outcome.unfinished().isEmpty()) {
        break; // its pipeline is blocked
      }
    }
    try (Connection connection = cell.standStill()) {
      audit(cell, connection);
    }
  }

  /** The number of the next trial; 0 when all have begun. */
  private synchronized int next() {
    return begun == deck.size() ? 0 : ++begun;
  }

  private synchronized void note(int number, Fault fault, ChaosCell.Outcome outcome) {
    System.out.printf("%4d  %-8s %s%n", number, fault, outcome);
    trials.merge(fault, 1, Integer::sum);
    recoveries.computeIfAbsent(fault, any -> new ArrayList<>()).addAll(outcome.seconds());
  }

  private synchronized void audit(ChaosCell cell, Connection connection) throws SQLException {
    Map<Finding, List<String>> found = ChaosAudit.of(connection, cell.asked());
    found.forEach((finding, evidence) -> findings.get(finding).addAll(evidence));
    runs += cell.asked().size();
    Optional<UUID> run = cell.asked().stream().findFirst();
    if (run.isPresent() && found.values().stream().allMatch(List::isEmpty)) {
      blindSpots.addAll(ChaosAudit.blindSpots(connection, cell.asked(), run.orElseThrow()));
    }
  }

  /** Prints the results. Returns whether every trial was made, and none of them left a finding. */
  boolean report() {
    System.out.println();
    recoveries.forEach(ChaosTrials::print);
    System.out.printf("%d trials: %s; %d runs%n", begun, counted(trials), runs);
    Map<String, Integer> found = new LinkedHashMap<>();
    findings.forEach((finding, evidence) -> found.put(finding.words(), evidence.size()));
    System.out.println(counted(found));
    boolean isClean = findings.values().stream().allMatch(List::isEmpty);
    if (isClean && blindSpots.isEmpty()) {
      System.out.println("The audit was shown a made-up case of each of these, and found it.");
    }
    blindSpots.forEach(
        finding -> System.out.println("The audit overlooks made-up " + finding.words()));
    findings.forEach((finding, evidence) ->
        evidence.forEach(what -> System.out.println(finding.words() + ": " + what)));
    return isClean && blindSpots.isEmpty() && begun == deck.size();
  }

  private static String counted(Map<?, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private static void print(Fault fault, List<Double> seconds) {
    if (seconds.isEmpty()) {
      return;
    }
    List<Double> sorted = seconds.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%-8s %3d times %s: %.1f s at the least, %.1f s median, %.1f s p95, %.1f s at the most%n",
        fault,
        sorted.size(),
        fault.measured(),
        sorted.getFirst(),
        sorted.get(sorted.size() / 2),
        sorted.get((int) (sorted.size() * 0.95)),
        sorted.getLast());
  }
}
