package io.drivetrain.pipeline.learning;

import io.drivetrain.models.bundle.Library;
import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.bundle.Provenance;
import io.drivetrain.models.bundle.RowCounts;
import io.drivetrain.models.encoding.ColumnPlan;
import io.drivetrain.models.encoding.Encoder;
import io.drivetrain.models.encoding.EncoderFitting;
import io.drivetrain.models.encoding.EncodingPlan;
import io.drivetrain.models.encoding.TargetTransform;
import io.drivetrain.models.estimator.Combination;
import io.drivetrain.models.estimator.TreeEnsemble;
import io.drivetrain.models.prediction.Conformal;
import io.drivetrain.models.prediction.Head;
import io.drivetrain.models.prediction.Task;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Label;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.Row;
import io.drivetrain.models.schema.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A model of one tree with one split. */
public final class HandMadeModel {
  private static final Label LABEL = new Label("x", "x");
  public static final FeatureSchema SCHEMA =
      new FeatureSchema(
          List.of(
              new NumericFeature("area", LABEL, null, false, "m2", true, false, 0, 1000, null),
              new NumericFeature("floor", LABEL, null, false, "", true, false, 0, 99, null)),
          new Target("rent", LABEL, "MAD", null));

  private HandMadeModel() {}

  /** One rent up to 30 m2, and one above. */
  public static ModelBundle upTo30(double small, double large) {
    Instant now = Instant.parse("2026-03-01T06:00:00Z");
    return new ModelBundle(
        SCHEMA,
        encoder(),
        TreeEnsemble.builder(1, new Combination.Sum(0, 1))
            .split(0, 30, 2)
            .leaf(small, 1)
            .leaf(large, 1)
            .build(),
        new Head.Regression(
            TreeEnsemble.builder(1, new Combination.Sum(0, 1)).leaf(10, 1).build(),
            new Conformal(1, 1, 0.9, 0.9, 100)),
        Map.of(),
        new Provenance(
            "rents.csv",
            "ab".repeat(32),
            new RowCounts(100, Map.of(), 80, 20),
            1,
            Task.REGRESSION,
            "by_hand",
            Map.of(),
            new Library("none", "0"),
            "unknown",
            "25",
            now,
            now),
        Map.of("area", 50));
  }

  private static Encoder encoder() {
    List<Row> rows = List.of(row(20), row(60));
    EncodingPlan plan =
        new EncodingPlan(TargetTransform.IDENTITY, List.of(new ColumnPlan.Number("area")));
    return EncoderFitting.fit(SCHEMA, plan, rows, new double[] {1000, 2000}, 2, 1).encoder();
  }

  private static Row row(int area) {
    return SCHEMA.read(Map.of("area", area)).row();
  }
}
