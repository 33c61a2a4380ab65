package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.metric.HoldOutMetrics;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.RowReading;
import io.drivetrain.pipeline.learning.data.Example;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The probabilities that a model gives examples, made as serving makes them.
 *
 * @param classes of the data; a class that the model does not know has probability 0
 * @param examples those that the model could read, in their order
 * @param predictions one for each of them
 * @param refused how many it could not read
 * @param firstRefusal why it could not read the first of those; "" when there is none
 */
public record ClassScores(
    List<String> classes,
    List<Example> examples,
    List<Prediction.Classes> predictions,
    int refused,
    String firstRefusal) {

  public ClassScores {
    classes = List.copyOf(classes);
    examples = List.copyOf(examples);
    predictions = List.copyOf(predictions);
  }

  /**
   * @param model of classes
   * @param schema that the examples were read with
   */
  public static ClassScores of(
      ModelBundle model, FeatureSchema schema, List<Example> examples, List<String> classes) {
    List<Example> read = new ArrayList<>();
    List<Prediction.Classes> predictions = new ArrayList<>();
    String firstRefusal = "";
    for (Example example : examples) {
      RowReading reading = model.schema().read(schema.values(example.row()));
      if (reading.isUsable()) {
        read.add(example);
        predictions.add((Prediction.Classes) model.predict(reading));
      } else if (firstRefusal.isEmpty()) {
        firstRefusal = "line " + example.line() + ": " + reading.errors().getFirst().message();
      }
    }
    return new ClassScores(classes, read, predictions, examples.size() - read.size(), firstRefusal);
  }

  /** Places of the true classes. */
  public int[] actual() {
    return examples.stream().mapToInt(example -> (int) example.target()).toArray();
  }

  /** {@code [row][class]}, in the order of the data's classes. */
  public double[][] probabilities() {
    return predictions.stream()
        .map(prediction ->
            classes.stream()
                .mapToDouble(label -> prediction.probabilities().getOrDefault(label, 0.0))
                .toArray())
        .toArray(double[][]::new);
  }

  public HoldOutMetrics metrics() {
    return HoldOutMetrics.of(actual(), probabilities());
  }

  /** The log loss of each row. */
  public Map<Example, Double> losses() {
    int[] actual = actual();
    double[][] probabilities = probabilities();
    Map<Example, Double> losses = new HashMap<>();
    for (int i = 0; i < actual.length; i++) {
      losses.put(examples.get(i), HoldOutMetrics.logLoss(probabilities[i][actual[i]]));
    }
    return losses;
  }

  /** The place of the class that is predicted for each row; -1 for one that the data has not. */
  public Map<Example, Double> places() {
    Map<Example, Double> places = new HashMap<>();
    for (int i = 0; i < predictions.size(); i++) {
      places.put(examples.get(i), (double) classes.indexOf(predictions.get(i).label()));
    }
    return places;
  }
}
