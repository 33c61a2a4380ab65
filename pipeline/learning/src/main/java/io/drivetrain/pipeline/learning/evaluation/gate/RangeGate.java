package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.models.metric.Quantile;
import io.drivetrain.pipeline.api.gate.GateDetails;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.learning.data.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Every prediction of the hold-out is a number of the size that the target has in the training
 * part, whose 0.1 and 99.9 per cent quantiles are the measure.
 *
 * @param below share of the low quantile that a prediction may lie under it; absent: 0.5
 * @param above share of the high quantile that a prediction may lie over it; absent: 1, so twice
 *     the quantile is the greatest
 */
public record RangeGate(Double below, Double above, Severity severity) implements HoldOutGate {
  private static final double LOW = 0.001;
  private static final double HIGH = 0.999;
  private static final int NAMED_LINES = 20;

  public RangeGate {
    severity = Gate.orError(severity);
    below = Objects.requireNonNullElse(below, 0.5);
    above = Objects.requireNonNullElse(above, 1.0);
    if (!(below >= 0 && above >= 0)) {
      throw new IllegalArgumentException("below and above must be 0 or more");
    }
  }

  @Override
  public GateResult ask(EvaluationContext evaluation) {
    double[] targets =
        evaluation.training().stream().mapToDouble(Example::target).sorted().toArray();
    double low = Quantile.of(targets, LOW);
    double high = Quantile.of(targets, HIGH);
    double least = low - below * Math.abs(low);
    double most = high + above * Math.abs(high);
    double[] predicted = evaluation.scores().predicted();
    List<Long> outside = new ArrayList<>();
    for (int i = 0; i < predicted.length; i++) {
      if (!(predicted[i] >= least && predicted[i] <= most)) {
        outside.add(evaluation.holdOut().get(i).line());
      }
    }
    GateDetails details =
        new GateDetails.Range(
            predicted.length,
            least,
            most,
            Arrays.stream(predicted).min().orElseThrow(),
            Arrays.stream(predicted).max().orElseThrow(),
            outside.size(),
            outside.subList(0, Math.min(NAMED_LINES, outside.size())));
    String comparison =
        String.format(
            Locale.ROOT,
            "%d of %d predictions are between %.2f and %.2f",
            predicted.length - outside.size(),
            predicted.length,
            least,
            most);
    return new GateResult("range", severity, outside.isEmpty(), comparison, details);
  }
}
