package io.drivetrain.models;

import io.drivetrain.models.bundle.Library;
import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.bundle.Provenance;
import io.drivetrain.models.bundle.RowCounts;
import io.drivetrain.models.encoding.ColumnPlan;
import io.drivetrain.models.encoding.Encoder;
import io.drivetrain.models.encoding.EncoderFitting;
import io.drivetrain.models.encoding.EncodingPlan;
import io.drivetrain.models.encoding.Grams;
import io.drivetrain.models.encoding.TargetTransform;
import io.drivetrain.models.estimator.LinearModel;
import io.drivetrain.models.prediction.Calibration;
import io.drivetrain.models.prediction.Head;
import io.drivetrain.models.prediction.Task;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Label;
import io.drivetrain.models.schema.Row;
import io.drivetrain.models.schema.Target;
import io.drivetrain.models.schema.TextFeature;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A few reviews, and a model of words and parts of words. */
public final class ReviewFixtures {
  public static final List<String> TEXTS =
      List.of(
          "Great work, great price!",
          "Not good. Not good at all",
          "C'était très bon, à refaire",
          "Très déçu : le service était nul",
          "It was ok",
          "GREAT service 24h/24, I'd say",
          "ok, rien de plus \u2014 \u00c9tonnant\u2026 \ud83d\ude00",
          "x² und Straße, ǅungla");

  private ReviewFixtures() {}

  public static FeatureSchema schema() {
    return new FeatureSchema(
        List.of(new TextFeature("text", new Label("Avis", "Review"), null, true, 200)),
        new Target("sentiment", new Label("Sentiment", "Sentiment"), "", null));
  }

  public static EncodingPlan plan() {
    return new EncodingPlan(
        TargetTransform.IDENTITY,
        List.of(
            new ColumnPlan.Text("text", Grams.WORDS, 1, 2, 1, null, List.of("it")),
            new ColumnPlan.Text("text", Grams.CHARACTERS, 2, 4, 2, 50, null)));
  }

  public static List<Row> rows() {
    return TEXTS.stream().map(text -> schema().read(Map.of("text", text)).row()).toList();
  }

  public static Encoder encoder() {
    return EncoderFitting.fit(schema(), plan(), rows(), new double[TEXTS.size()], 2, 1).encoder();
  }

  /** With weights at random. */
  public static ModelBundle bundle() {
    Encoder encoder = encoder();
    Random random = new Random(3);
    double[][] weights = new double[3][];
    for (int output = 0; output < weights.length; output++) {
      weights[output] = random.doubles(encoder.size(), -2, 2).toArray();
    }
    Instant trained = Instant.parse("2026-11-21T08:00:00Z");
    return new ModelBundle(
        schema(),
        encoder,
        new LinearModel(new double[encoder.size()], new double[] {0.1, -0.2, 0}, weights),
        new Head.Classification(
            List.of("negative", "neutral", "positive"),
            new Calibration(List.of(2.0, 1.5, 1.0), List.of(0.0, 0.25, -0.25))),
        Map.of("test_accuracy", 0.5),
        new Provenance(
            "reviews.csv",
            "0f".repeat(32),
            new RowCounts(8, Map.of(), 6, 2),
            42,
            Task.CLASSIFICATION,
            "linear_svm",
            Map.of("cost", "1"),
            new Library("liblinear", "2.44"),
            "4f8cb8a",
            "25.0.1",
            trained,
            trained),
        Map.of("text", "Great work"));
  }
}
