package io.drivetrain.pipeline.api.gate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Optional;

/**
 * What was measured of one slice of the hold-out. Errors and differences are in the target's unit.
 *
 * @param rows of the hold-out
 * @param meanAbsoluteError of the challenger
 * @param errorShare the same as a share of the mean actual value
 * @param biasShare how much the challenger predicts above the actual values on average, as a share
 *     of their mean; below 0: too little
 * @param comparedRows that challenger and champion can both read; empty without a champion, as the
 *     four that follow
 * @param championMeanAbsoluteError on these rows
 * @param difference of the mean absolute errors; above 0 the challenger is worse
 * @param lowerBound that the difference stays above, with the confidence asked for
 * @param adjustedP how likely such differences are when the challenger is not worse, adjusted after
 *     Benjamini and Hochberg for all slices of all gates
 * @param problem empty when the slice passes
 */
@JsonInclude(Include.NON_ABSENT)
public record SliceVerdict(
    String slice,
    int rows,
    double meanAbsoluteError,
    double errorShare,
    double biasShare,
    Optional<Integer> comparedRows,
    Optional<Double> championMeanAbsoluteError,
    Optional<Double> difference,
    Optional<Double> lowerBound,
    Optional<Double> adjustedP,
    String problem) {

  /** Whether nothing speaks against the slice. */
  public boolean passes() {
    return problem.isEmpty();
  }
}
