package io.drivetrain.pipeline.learning.evaluation;

import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.explanation.Contribution;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.pipeline.learning.data.Example;
import io.drivetrain.pipeline.learning.evaluation.gate.Scores;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables that an evaluation leaves in the registry, as CSV with commas and points. */
public final class EvaluationFiles {
  private static final int EXPLAINED_ROWS = 300;

  private EvaluationFiles() {}

  /** Actual against predicted, row by row of the hold-out, in the target's unit. */
  static String predictions(Scores scores) {
    StringBuilder csv = new StringBuilder("line,actual,predicted,low,high,residual\n");
    for (int i = 0; i < scores.examples().size(); i++) {
      Example example = scores.examples().get(i);
      Prediction.Value prediction = scores.predictions().get(i);
      csv.append(
          String.format(
              Locale.ROOT,
              "%d,%.2f,%.2f,%.2f,%.2f,%.2f\n",
              example.line(),
              example.target(),
              prediction.value(),
              prediction.interval().low(),
              prediction.interval().high(),
              example.target() - prediction.value()));
    }
    return csv.toString();
  }

  /** How far each feature moves the predictions of the hold-out: its mean absolute SHAP value. */
  static String importance(ModelBundle model, FeatureSchema schema, List<Example> examples) {
    Map<String, Double> sums = new LinkedHashMap<>();
    List<Example> explained = examples.subList(0, Math.min(EXPLAINED_ROWS, examples.size()));
    for (Example example : explained) {
      var row = model.schema().read(schema.values(example.row())).row();
      for (Contribution contribution : model.explain(row).contributions()) {
        sums.merge(contribution.feature(), Math.abs(contribution.amount()), Double::sum);
      }
    }
    double all = sums.values().stream().mapToDouble(Double::doubleValue).sum();
    StringBuilder csv = new StringBuilder("feature,mean_absolute_shap,share\n");
    sums.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .forEach(entry ->
            csv.append(
                String.format(
                    Locale.ROOT,
                    "%s,%.4f,%.4f\n",
                    entry.getKey(),
                    entry.getValue() / explained.size(),
                    all == 0 ? 0 : entry.getValue() / all)));
    return csv.toString();
  }
}
