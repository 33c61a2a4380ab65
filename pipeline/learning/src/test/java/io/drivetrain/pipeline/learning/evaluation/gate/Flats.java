package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.models.metric.HoldOutMetrics;
import io.drivetrain.models.metric.TrainingRange;
import io.drivetrain.models.prediction.Interval;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.DateFeature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Label;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.Target;
import io.drivetrain.models.schema.TextFeature;
import io.drivetrain.pipeline.learning.HandMadeModel;
import io.drivetrain.pipeline.learning.data.Example;
import io.drivetrain.pipeline.learning.training.Algorithm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A hold-out of flats whose rents are predicted as a test says it. */
final class Flats {
  private static final Label LABEL = new Label("x", "x");

  static final FeatureSchema SCHEMA =
      new FeatureSchema(
          List.of(
              new CategoricalFeature("city", LABEL, null, false, List.of(), true, null, null, null),
              new NumericFeature("area", LABEL, null, false, "m2", true, false, 0, 1000, null),
              new DateFeature(
                  "free", LABEL, null, false, LocalDate.of(2020, 1, 1), LocalDate.of(2030, 12, 31)),
              new TextFeature("note", LABEL, null, false, 100)),
          new Target("rent", LABEL, "MAD", null));

  private final List<Example> examples = new ArrayList<>();
  private final List<Double> challenger = new ArrayList<>();
  private final List<Double> champion = new ArrayList<>();

  /** Adds a flat, its rent, and what the two models say. */
  Flats add(Map<String, Object> flat, double rent, double challenger, double champion) {
    examples.add(example(examples.size() + 2, flat, rent));
    this.challenger.add(challenger);
    this.champion.add(champion);
    return this;
  }

  /** Flats of one city at 1000 each, of different sizes. */
  Flats city(String city, int flats, double challengerError, double championError) {
    for (int i = 0; i < flats; i++) {
      Map<String, Object> flat = new HashMap<>(Map.of("area", 20 + i));
      if (!city.isEmpty()) {
        flat.put("city", city);
      }
      double sign = i % 2 == 0 ? 1 : -1;
      add(flat, 1000, 1000 + sign * challengerError, 1000 + sign * championError);
    }
    return this;
  }

  List<Example> examples() {
    return examples;
  }

  EvaluationContext alone() {
    return evaluation(new Champion.None(), List.of());
  }

  EvaluationContext alone(List<Example> training) {
    return evaluation(new Champion.None(), training);
  }

  /**
   * @param baseline what a trainer predicts for the flats
   */
  EvaluationContext alone(List<Example> training, Function<Algorithm, double[]> baseline) {
    return evaluation(new Champion.None(), training, baseline);
  }

  EvaluationContext againstChampion() {
    Champion compared =
        new Champion.Compared(
            "3",
            metrics(),
            examples,
            champion.stream().mapToDouble(Double::doubleValue).toArray(),
            errors(challenger),
            errors(champion),
            examples.size(),
            0,
            "the same file");
    return evaluation(compared, List.of());
  }

  static Example example(long line, Map<String, Object> flat, double rent) {
    return new Example(line, SCHEMA.read(flat).row(), rent);
  }

  private EvaluationContext evaluation(Champion against, List<Example> training) {
    return evaluation(against, training, _ -> new double[examples.size()]);
  }

  private EvaluationContext evaluation(
      Champion against, List<Example> training, Function<Algorithm, double[]> baseline) {
    return new EvaluationContext(
        HandMadeModel.upTo30(1, 2), scores(), metrics(), against, SCHEMA, training, baseline);
  }

  private Scores scores() {
    List<Prediction.Value> predictions =
        challenger.stream()
            .map(value -> new Prediction.Value(value, "MAD", new Interval(0, 1, 0.9), List.of()))
            .toList();
    return new Scores(examples, predictions, 0, "");
  }

  private HoldOutMetrics metrics() {
    return scores().metrics(new TrainingRange(0, 2000));
  }

  private double[] errors(List<Double> predicted) {
    double[] errors = new double[examples.size()];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = Math.abs(predicted.get(i) - examples.get(i).target());
    }
    return errors;
  }
}
