package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.schema.RowReading;
import io.drivetrain.pipeline.learning.data.Example;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Asks a model about the same rows with other values of one number. The values are quantiles of the
 * hold-out, so that they are values that occur.
 */
public final class MonotoneProbe {
  private static final int ROWS = 200;
  private static final double[] QUANTILES = {0.1, 0.5, 0.9};

  private final ModelBundle model;
  private final List<Example> examples;

  public MonotoneProbe(ModelBundle model, List<Example> examples) {
    this.model = model;
    this.examples = examples;
  }

  /**
   * Share of the steps from one value to the next in which the prediction goes the right way; empty
   * when no row has a value of the feature.
   */
  OptionalDouble share(MonotoneGate gate) {
    String feature = gate.feature();
    int place = model.schema().indexOf(feature).orElseThrow();
    double[] values =
        examples.stream()
            .filter(example -> !example.row().isMissing(place))
            .mapToDouble(example -> example.row().number(place))
            .sorted()
            .toArray();
    if (values.length == 0) {
      return OptionalDouble.empty();
    }
    int right = 0;
    int all = 0;
    for (Example example : examples.subList(0, Math.min(ROWS, examples.size()))) {
      double before = predict(example, feature, quantile(values, 0));
      for (int i = 1; i < QUANTILES.length; i++) {
        double after = predict(example, feature, quantile(values, i));
        right += gate.direction().allows(before, after, gate.tolerance()) ? 1 : 0;
        all++;
        before = after;
      }
    }
    return OptionalDouble.of(right / (double) all);
  }

  private double predict(Example example, String feature, double value) {
    Map<String, Object> row = new LinkedHashMap<>(model.schema().values(example.row()));
    row.put(feature, value);
    RowReading reading = model.schema().read(row);
    return model.predict(reading).asValue().value();
  }

  private static double quantile(double[] sorted, int i) {
    return sorted[(int) (QUANTILES[i] * (sorted.length - 1))];
  }
}
