package io.drivetrain.pipeline.learning.evaluation;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.pipeline.learning.data.Example;
import io.drivetrain.pipeline.learning.quality.Severity;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Worth more than a table: the mean absolute error on the hold-out is less than that of {@link
 * GroupMedians}.
 *
 * @param by features whose values make a group: {@code [brand, model]}
 * @param margin share of the table's error by which the model's must be less; absent: 0.1
 */
record BaselineGate(List<String> by, Double margin, Severity severity) implements HoldOutGate {
  BaselineGate {
    severity = Gate.orError(severity);
    by = List.copyOf(Objects.requireNonNull(by, "a baseline gate needs 'by': a list of features"));
    margin = Objects.requireNonNullElse(margin, 0.1);
    if (by.isEmpty()) {
      throw new IllegalArgumentException("a baseline gate needs one feature at least in 'by'");
    }
    if (!(margin >= 0 && margin < 1)) {
      throw new IllegalArgumentException("margin must be from 0 to below 1");
    }
  }

  @Override
  public Optional<Fault> fault(FeatureSchema schema) {
    return by.stream()
        .filter(feature -> schema.indexOf(feature).isEmpty())
        .findFirst()
        .map(feature -> new Fault("by", "there is no feature '" + feature + "'"));
  }

  @Override
  public GateResult ask(EvaluationContext evaluation) {
    int[] places =
        by.stream().mapToInt(name -> evaluation.schema().indexOf(name).orElseThrow()).toArray();
    GroupMedians medians = GroupMedians.of(evaluation.training(), places);
    List<Example> holdOut = evaluation.holdOut();
    double[] predicted = evaluation.scores().predicted();
    double[] errors = new double[predicted.length];
    double[] baseline = new double[predicted.length];
    Arrays.setAll(errors, i -> Math.abs(predicted[i] - holdOut.get(i).target()));
    Arrays.setAll(
        baseline, i -> Math.abs(medians.of(holdOut.get(i).row()) - holdOut.get(i).target()));
    double error = Arrays.stream(errors).average().orElseThrow();
    double allowed = (1 - margin) * Arrays.stream(baseline).average().orElseThrow();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("by", by);
    details.put("groups", medians.groups());
    details.put("rows", predicted.length);
    details.put("meanAbsoluteError", error);
    details.put("baselineMeanAbsoluteError", Arrays.stream(baseline).average().orElseThrow());
    details.put("margin", margin);
    details.put("allowed", allowed);
    String comparison =
        String.format(
            Locale.ROOT,
            "the mean absolute error is %.2f, asked is at most %.2f: %.0f %% less than that of the"
                + " median by %s",
            error,
            allowed,
            margin * 100,
            String.join(", ", by));
    return new GateResult(
        "baseline " + String.join(", ", by), severity, error <= allowed, comparison, details);
  }
}
