package io.drivetrain.models.bundle;

import io.drivetrain.models.encoding.Encoder;
import io.drivetrain.models.encoding.TargetTransform;
import io.drivetrain.models.estimator.Estimator;
import io.drivetrain.models.explanation.Explainer;
import io.drivetrain.models.explanation.Explanation;
import io.drivetrain.models.prediction.Head;
import io.drivetrain.models.prediction.Interval;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.models.prediction.RowScores;
import io.drivetrain.models.prediction.Task;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.FieldIssue;
import io.drivetrain.models.schema.Row;
import io.drivetrain.models.schema.RowReading;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A trained model with everything that using it needs. Immutable, safe for any number of threads.
 *
 * @param estimator scores the rows that the encoder makes, on its scale
 * @param head turns the scores into a value with an interval, or into classes
 * @param metrics measured on the hold-out, by name, such as {@code test_r2}; finite numbers
 * @param inputExample a row as a caller would send it: canonical names and plain values
 * @param hash SHA-256 of the file {@code SHA256SUMS} of the bundle read, 64 hex digits; empty for a
 *     bundle that was not read from files
 */
public record ModelBundle(
    FeatureSchema schema,
    Encoder encoder,
    Estimator estimator,
    Head head,
    Map<String, Double> metrics,
    Provenance provenance,
    Map<String, Object> inputExample,
    String hash) {

  /**
   * @throws IllegalArgumentException when the parts do not belong together
   */
  public ModelBundle {
    metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
    inputExample = Collections.unmodifiableMap(new LinkedHashMap<>(inputExample));
    PartsCheck.check(schema, encoder, estimator, head);
    if (provenance.task() != head.task()) {
      throw new IllegalArgumentException(
          "the provenance is of a %s, the model does %s".formatted(provenance.task(), head.task()));
    }
    metrics.forEach((name, value) -> {
      if (value == null || !Double.isFinite(value)) {
        throw new IllegalArgumentException("metric " + name + " is no finite number");
      }
    });
    List<FieldIssue> errors = schema.read(inputExample).errors();
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException("the input example: " + errors.getFirst().message());
    }
  }

  /** A bundle that was not read from files. */
  public ModelBundle(
      FeatureSchema schema,
      Encoder encoder,
      Estimator estimator,
      Head head,
      Map<String, Double> metrics,
      Provenance provenance,
      Map<String, Object> inputExample) {
    this(schema, encoder, estimator, head, metrics, provenance, inputExample, "");
  }

  public Task task() {
    return head.task();
  }

  /** Predicts one row. Its warnings are those of its reading: see {@link #predict(RowReading)}. */
  public Prediction predict(Row row) {
    return predict(row, List.of());
  }

  /**
   * Predicts a row as read, with the warnings of its reading.
   *
   * @throws IllegalArgumentException when the reading has errors
   */
  public Prediction predict(RowReading reading) {
    if (!reading.isUsable()) {
      throw new IllegalArgumentException(reading.errors().getFirst().message());
    }
    return predict(reading.row(), reading.warnings());
  }

  /**
   * The predicted values of many rows, in the target's unit; the same bits as one by one.
   *
   * @throws IllegalStateException when the model predicts classes
   */
  public double[] values(List<Row> rows) {
    double[] values = new double[rows.size()];
    estimator.score(encoder.encode(rows), values);
    for (int i = 0; i < values.length; i++) {
      values[i] = encoder.toRaw(values[i]);
    }
    return values;
  }

  /** What drove the prediction of a row: its value, or the score of the predicted class. */
  public Explanation explain(Row row) {
    Explainer explainer = new Explainer(encoder, estimator);
    return switch (head) {
      case Head.Regression _ -> explainer.explain(row, 0);
      case Head.Classification classification -> {
        Prediction.Classes predicted = classes(classification, row, List.of());
        int place = classification.classes().indexOf(predicted.label());
        // One output alone speaks for the second class, and against the first.
        yield estimator.outputs() > 1
            ? explainer.explain(row, place)
            : place == 1 ? explainer.explain(row, 0) : explainer.explain(row, 0).reversed();
      }
    };
  }

  private Prediction predict(Row row, List<FieldIssue> warnings) {
    return switch (head) {
      case Head.Regression regression -> value(regression, encoder.encode(row), warnings);
      case Head.Classification classification -> classes(classification, row, warnings);
    };
  }

  private Prediction value(Head.Regression head, double[] inputs, List<FieldIssue> warnings) {
    double value = encoder.toRaw(estimator.score(inputs));
    Interval interval = head.conformal().around(value, head.errorModel().score(inputs));
    if (encoder.target() == TargetTransform.LOG) {
      interval = interval.notBelowZero();
    }
    return new Prediction.Value(value, schema.target().unit(), interval, warnings);
  }

  private Prediction.Classes classes(Head.Classification head, Row row, List<FieldIssue> warnings) {
    return head.predict(RowScores.of(encoder, estimator, row), warnings);
  }
}
