package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.metric.HoldOutMetrics;
import io.drivetrain.models.metric.TrainingRange;
import io.drivetrain.models.prediction.Interval;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.RowReading;
import io.drivetrain.pipeline.learning.data.Example;
import java.util.ArrayList;
import java.util.List;

/**
 * The predictions of a model for examples, made as serving makes them: each row is handed to the
 * model's own schema, which may refuse it.
 *
 * @param examples those that the model could read, in their order
 * @param predictions one for each of them
 * @param refused how many it could not read
 * @param firstRefusal why it could not read the first of those; "" when there is none
 */
public record Scores(
    List<Example> examples, List<Prediction.Value> predictions, int refused, String firstRefusal) {

  public Scores {
    examples = List.copyOf(examples);
    predictions = List.copyOf(predictions);
  }

  /**
   * @param schema that the examples were read with
   */
  public static Scores of(ModelBundle model, FeatureSchema schema, List<Example> examples) {
    List<Example> read = new ArrayList<>();
    List<Prediction.Value> predictions = new ArrayList<>();
    String firstRefusal = "";
    for (Example example : examples) {
      RowReading reading = model.schema().read(schema.values(example.row()));
      if (reading.isUsable()) {
        read.add(example);
        predictions.add(model.predict(reading).asValue());
      } else if (firstRefusal.isEmpty()) {
        firstRefusal = "line " + example.line() + ": " + reading.errors().getFirst().message();
      }
    }
    return new Scores(read, predictions, examples.size() - read.size(), firstRefusal);
  }

  double[] actual() {
    return examples.stream().mapToDouble(Example::target).toArray();
  }

  double[] predicted() {
    return predictions.stream().mapToDouble(Prediction.Value::value).toArray();
  }

  List<Interval> intervals() {
    return predictions.stream().map(Prediction.Value::interval).toList();
  }

  /**
   * @param range of the targets that the challenger has learned from
   */
  public HoldOutMetrics metrics(TrainingRange range) {
    return HoldOutMetrics.of(actual(), predicted(), intervals(), range);
  }
}
