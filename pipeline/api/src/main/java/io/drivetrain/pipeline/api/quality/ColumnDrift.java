package io.drivetrain.pipeline.api.quality;

import java.util.List;

/**
 * How far a column has moved away from earlier data.
 *
 * @param drifted whether the index is above its bound and the adjusted p-value below the
 *     significance
 * @param psi population stability index
 * @param psiBound the greater one of what was configured and what chance alone exceeds once in a
 *     hundred times with so few values
 * @param test {@code kolmogorov-smirnov} or {@code chi-square}
 * @param statistic of the test
 * @param pValue of the test
 * @param adjustedPValue after Benjamini and Hochberg, over the columns compared together
 * @param earlier how many values there were
 * @param now how many values there are
 * @param newLevels how many values have a level that was not there; 0 for numbers
 * @param newLevelSamples the most frequent of these levels
 * @param bars the spread of both, for a picture
 */
public record ColumnDrift(
    String column,
    boolean drifted,
    double psi,
    double psiBound,
    String test,
    double statistic,
    double pValue,
    double adjustedPValue,
    long earlier,
    long now,
    long newLevels,
    List<String> newLevelSamples,
    List<Bar> bars) {

  public ColumnDrift {
    newLevelSamples = List.copyOf(newLevelSamples);
    bars = List.copyOf(bars);
  }

  /**
   * One bar of the picture.
   *
   * @param label a level, or the bounds of an interval
   * @param earlier share of the earlier values
   * @param now share of the new values
   */
  public record Bar(String label, double earlier, double now) {}
}
