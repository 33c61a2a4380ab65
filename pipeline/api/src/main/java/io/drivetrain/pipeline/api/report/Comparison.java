package io.drivetrain.pipeline.api.report;

import java.util.List;

/**
 * The model of this run and the one in production, on the same rows of the same hold-out.
 *
 * @param challenger version of the model of this run; "" when it never became one
 * @param champion version that was in production; "" for none
 * @param notes what a reader should know of it
 */
public record Comparison(
    String challenger,
    String champion,
    String unit,
    List<MetricReport> metrics,
    List<SliceReport> slices,
    List<String> notes) {
  public Comparison {
    metrics = Absent.orCopy(metrics);
    slices = Absent.orCopy(slices);
    notes = Absent.orCopy(notes);
  }
}
