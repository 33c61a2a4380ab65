package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.api.quality.Severity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * No part of the hold-out pays for the rest. The rows are parted by the levels of a category, or by
 * quantiles of a number, a day or the predicted value. A slice fails when its error or its bias is
 * out of bounds, or when its mean absolute error is greater than the champion's by more than the
 * margin, and a bootstrap shows that this is no chance. The probabilities are adjusted after
 * Benjamini and Hochberg for all slices of all gates of the definition. Slices of too few rows are
 * named and not judged; when all of them are, that is a warning.
 *
 * @param by name of a feature, not of a text; that of the target stands for its predicted value
 * @param top levels that are judged, the most frequent ones; absent: 20
 * @param bins that a number, a day or the predicted value is cut into; absent: 10
 * @param minRows of a slice that is judged; absent: 200
 * @param margin share of the champion's mean absolute error in the slice; absent: 0.05
 * @param confidence that a slice out of bounds is no chance; absent: 0.95
 * @param resamples of each bootstrap, at least; more are drawn for many slices; absent: 2000
 * @param maxError greatest mean absolute error, as a share of the slice's mean actual value;
 *     absent: no bound
 * @param maxBias greatest distance of the mean prediction from the mean actual value, as a share of
 *     it; absent: no bound
 */
public record SliceGate(
    String by,
    Integer top,
    Integer bins,
    Integer minRows,
    Double margin,
    Double confidence,
    Integer resamples,
    Double maxError,
    Double maxBias,
    Severity severity)
    implements HoldOutGate {
  public SliceGate {
    severity = Gate.orError(severity);
    Objects.requireNonNull(by, "a slice gate needs 'by': a feature or the target");
    top = Objects.requireNonNullElse(top, 20);
    bins = Objects.requireNonNullElse(bins, 10);
    minRows = Objects.requireNonNullElse(minRows, 200);
    margin = Objects.requireNonNullElse(margin, 0.05);
    confidence = Objects.requireNonNullElse(confidence, 0.95);
    resamples = Objects.requireNonNullElse(resamples, 2000);
    if (top < 1 || bins < 2 || minRows < 2) {
      throw new IllegalArgumentException("top must be at least 1, bins and minRows at least 2");
    }
    if (!(margin >= 0)) {
      throw new IllegalArgumentException("margin must be 0 or more");
    }
    if (!(confidence > 0.5 && confidence < 1)) {
      throw new IllegalArgumentException("confidence must be above 0.5 and below 1");
    }
    requireBound("maxError", maxError);
    requireBound("maxBias", maxBias);
    requireEnough(resamples, Math.max(top, bins) + 1, 1 - confidence);
  }

  @Override
  public Optional<Fault> fault(FeatureSchema schema) {
    return new Slicing(schema, by).isPossible()
        ? Optional.empty()
        : Optional.of(
            new Fault(
                "by",
                "rows cannot be parted by '%s': name a category, a number, a day, or the target for its predicted value"
                    .formatted(by)));
  }

  @Override
  public GateResult ask(EvaluationContext evaluation) {
    return SliceFamily.ask(List.of(this), evaluation).getFirst();
  }

  private static void requireBound(String key, Double bound) {
    if (bound != null && !(bound > 0)) {
      throw new IllegalArgumentException(key + " must be above 0");
    }
  }

  /** With fewer, not even the worst slice could be told from chance. */
  private static void requireEnough(int resamples, int slices, double chance) {
    int least = Math.max(100, (int) Math.ceil(slices / chance));
    if (resamples < least) {
      throw new IllegalArgumentException(
          "resamples must be at least %d for %d slices".formatted(least, slices));
    }
  }
}
