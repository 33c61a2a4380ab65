package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.pipeline.api.gate.GateDetails;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.learning.data.Example;
import io.drivetrain.pipeline.learning.training.Algorithm;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Worth more than a simple model: the mean absolute error is less than that of {@link
 * GroupMedians}, or of a trainer with its default parameters on the same training part. Of the rows
 * of the hold-out those inside the training range count: a few values far outside, which neither
 * can know, would be all that is compared.
 *
 * @param by features whose values make a group: {@code [brand, model]}; absent with a trainer
 * @param trainer such as {@code ridge}; absent with groups
 * @param margin share of the baseline's error by which the model's must be less; absent: 0.1
 */
public record BaselineGate(List<String> by, Algorithm trainer, Double margin, Severity severity)
    implements HoldOutGate {
  public BaselineGate {
    severity = Gate.orError(severity);
    margin = Objects.requireNonNullElse(margin, 0.1);
    by = by == null ? null : List.copyOf(by);
    if ((by == null) == (trainer == null)) {
      throw new IllegalArgumentException(
          "a baseline gate needs either 'by', a list of features, or 'trainer'");
    }
    if (by != null && by.isEmpty()) {
      throw new IllegalArgumentException("a baseline gate needs one feature at least in 'by'");
    }
    if (!(margin >= 0 && margin < 1)) {
      throw new IllegalArgumentException("margin must be from 0 to below 1");
    }
  }

  public boolean isTrained() {
    return trainer != null;
  }

  @Override
  public Optional<Fault> fault(FeatureSchema schema) {
    return isTrained()
        ? Optional.empty()
        : by.stream()
            .filter(feature -> schema.indexOf(feature).isEmpty())
            .findFirst()
            .map(feature -> new Fault("by", "there is no feature '" + feature + "'"));
  }

  @Override
  public GateResult ask(EvaluationContext evaluation) {
    Baseline baseline = isTrained() ? ofTrainer(evaluation) : ofGroups(evaluation);
    double error = meanError(evaluation.scores().predicted(), evaluation);
    double baselineError = meanError(baseline.predicted(), evaluation);
    double allowed = (1 - margin) * baselineError;
    GateDetails details =
        new GateDetails.Baseline(
            Optional.ofNullable(trainer).map(Algorithm::key),
            Optional.ofNullable(by),
            baseline.groups(),
            evaluation.inRange().length,
            error,
            baselineError,
            margin,
            allowed);
    String comparison =
        String.format(
            Locale.ROOT,
            "the mean absolute error %.2f is %s the maximum %.2f: %.0f %% less than that of %s",
            error,
            error <= allowed ? "within" : "above",
            allowed,
            margin * 100,
            isTrained() ? trainer.key() : "the median by " + String.join(", ", by));
    return new GateResult(name(), severity, error <= allowed, comparison, details);
  }

  private String name() {
    return "baseline " + (isTrained() ? trainer.key() : String.join(", ", by));
  }

  /**
   * @param groups of the table of medians; empty for a trainer
   */
  private record Baseline(double[] predicted, Optional<Long> groups) {}

  private Baseline ofTrainer(EvaluationContext evaluation) {
    return new Baseline(evaluation.baseline().apply(trainer), Optional.empty());
  }

  private Baseline ofGroups(EvaluationContext evaluation) {
    int[] places =
        by.stream().mapToInt(name -> evaluation.schema().indexOf(name).orElseThrow()).toArray();
    GroupMedians medians = GroupMedians.of(evaluation.training(), places);
    double[] predicted =
        evaluation.holdOut().stream().map(Example::row).mapToDouble(medians::of).toArray();
    return new Baseline(predicted, Optional.of(medians.groups()));
  }

  private static double meanError(double[] predicted, EvaluationContext evaluation) {
    return Arrays.stream(evaluation.inRange())
        .mapToDouble(row -> Math.abs(predicted[row] - evaluation.holdOut().get(row).target()))
        .average()
        .orElse(Double.NaN);
  }
}
