package io.drivetrain.pipeline.api.gate;

import java.util.List;

/**
 * The file {@code validation/golden.json}.
 *
 * @param version that predicted the records
 * @param predictionsThatDiffer records that are not predicted with the same bits in every way of
 *     predicting
 */
public record GoldenResults(
    String version, boolean passed, long predictionsThatDiffer, List<GoldenResult> records) {

  public GoldenResults {
    records = records == null ? List.of() : List.copyOf(records);
  }

  public static GoldenResults of(String version, long differences, List<GoldenResult> records) {
    return new GoldenResults(
        version,
        differences == 0 && records.stream().allMatch(GoldenResult::passed),
        differences,
        records);
  }
}
