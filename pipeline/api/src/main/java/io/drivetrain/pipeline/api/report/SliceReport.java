package io.drivetrain.pipeline.api.report;

import io.drivetrain.pipeline.api.gate.SliceVerdict;
import java.util.Optional;

/**
 * A part of the hold-out.
 *
 * @param by the feature that parts it
 * @param meanAbsoluteError in the target's unit
 * @param errorShare the same as a share of the mean actual value
 * @param biasShare how much is predicted too much on average, as a share of the mean actual value
 * @param championMeanAbsoluteError empty when it was not compared
 * @param problem "" when the slice holds
 */
public record SliceReport(
    String by,
    String slice,
    long rows,
    double meanAbsoluteError,
    double errorShare,
    double biasShare,
    Optional<Double> championMeanAbsoluteError,
    String problem) {

  public static SliceReport of(String by, SliceVerdict slice) {
    return new SliceReport(
        by,
        slice.slice(),
        slice.rows(),
        slice.meanAbsoluteError(),
        slice.errorShare(),
        slice.biasShare(),
        slice.championMeanAbsoluteError(),
        slice.problem());
  }
}
