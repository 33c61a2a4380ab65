package io.drivetrain.pipeline.api.evaluation;

import java.util.List;

/**
 * The file {@code evaluation/coverage.json}: how many actual values of the hold-out lie inside
 * their interval. Shares are of 1.
 *
 * @param asked share that the intervals are made to hold
 * @param measured of all rows
 * @param rows of the hold-out
 * @param parts by tenth of the predicted value and by level of each category, of those with enough
 *     rows
 */
public record IntervalCoverage(double asked, double measured, int rows, List<Part> parts) {
  /** Farther from what was asked is told. */
  private static final double TOLERATED = 0.05;

  public IntervalCoverage {
    parts = parts == null ? List.of() : List.copyOf(parts);
  }

  /**
   * One part of the hold-out.
   *
   * @param by for people: {@code brand}, {@code predicted price}
   * @param standardError of the share, as far as the number of rows goes
   */
  public record Part(String by, String slice, int rows, double measured, double standardError) {}

  /** The parts that are more than 5 points off, the farthest first. */
  public List<Part> off() {
    return parts.stream()
        .filter(part -> distance(part) > TOLERATED)
        .sorted((one, other) -> Double.compare(distance(other), distance(one)))
        .toList();
  }

  private double distance(Part part) {
    return Math.abs(part.measured - asked);
  }
}
