package io.drivetrain.models;

import io.drivetrain.models.bundle.Library;
import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.bundle.ModelMeta;
import io.drivetrain.models.bundle.Provenance;
import io.drivetrain.models.bundle.RowCounts;
import io.drivetrain.models.encoding.ColumnPlan;
import io.drivetrain.models.encoding.Encoder;
import io.drivetrain.models.encoding.EncoderFitting;
import io.drivetrain.models.encoding.EncodingPlan;
import io.drivetrain.models.encoding.TargetTransform;
import io.drivetrain.models.estimator.ClassTrees;
import io.drivetrain.models.estimator.Combination;
import io.drivetrain.models.estimator.Estimator;
import io.drivetrain.models.estimator.LinearModel;
import io.drivetrain.models.estimator.TreeEnsemble;
import io.drivetrain.models.prediction.Calibration;
import io.drivetrain.models.prediction.Conformal;
import io.drivetrain.models.prediction.Head;
import io.drivetrain.models.prediction.Task;
import io.drivetrain.models.schema.BooleanFeature;
import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Label;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.Row;
import io.drivetrain.models.schema.Target;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A small market of used cars: make, model, year, mileage, gearbox, first hand, and the price. */
public final class CarFixtures {

  public static final ModelMeta META =
      new ModelMeta(
          "0123456789abcdef", "model", "car_price", Instant.parse("2026-11-21T08:09:10.123456Z"));

  /** Brand, model, year, mileage, gearbox, first hand, price in MAD. */
  private static final Object[][] LISTINGS = {
    {"Dacia", "Logan", 2015, "120 000 - 129 999", "Manuelle", "Non", 72_000.0},
    {"Dacia", "Logan", 2018, "60 000 - 64 999", "Manuelle", "Oui", 95_000.0},
    {"Dacia", "Duster", 2016, "100 000 - 109 999", "Manuelle", "", 120_000.0},
    {"Dacia", "Duster", 2019, "30 000 - 34 999", "--", "Oui", 155_000.0},
    {"Renault", "Clio", 2014, "140 000 - 149 999", "Manuelle", "Non", 82_000.0},
    {"Renault", "Clio", 2017, "80 000 - 84 999", "Automatique", "Non", 118_000.0},
    {"Audi", "A4", 2016, "90 000 - 94 999", "Automatique", "Oui", 245_000.0},
    {"Audi", "A4", 2012, "200 000 - 249 999", "Automatique", "", 150_000.0},
  };

  private CarFixtures() {}

  /** As a definition states it, before any data was seen. */
  public static FeatureSchema declaredSchema() {
    return new FeatureSchema(
        List.of(
            category("brand", "Marque", "Make", true, List.of(), true, null),
            category("model", "Modèle", "Model", true, List.of(), true, "brand"),
            new NumericFeature(
                "year",
                new Label("Année", "Year"),
                "Année-Modèle",
                true,
                "",
                true,
                false,
                1980,
                2026,
                null),
            new NumericFeature(
                "mileage_km",
                new Label("Kilométrage", "Mileage"),
                "Kilométrage",
                true,
                "km",
                true,
                true,
                0,
                1_000_000,
                100_000.0),
            category(
                "gearbox",
                "Boite de vitesses",
                "Gearbox",
                false,
                List.of("Manuelle", "Automatique"),
                false,
                null),
            new BooleanFeature(
                "first_hand",
                new Label("Première main", "First hand"),
                "Première main",
                false,
                null)),
        new Target("price", new Label("Prix", "Price"), "MAD", "Prix"),
        List.of("--"));
  }

  /** After it saw the listings. */
  public static FeatureSchema schema() {
    return declaredSchema().seeing(rows(declaredSchema()));
  }

  public static List<Row> rows() {
    return rows(schema());
  }

  public static double[] prices() {
    double[] prices = new double[LISTINGS.length];
    for (int i = 0; i < prices.length; i++) {
      prices[i] = (Double) LISTINGS[i][6];
    }
    return prices;
  }

  public static EncodingPlan plan() {
    return new EncodingPlan(
        TargetTransform.LOG,
        List.of(
            new ColumnPlan.Age("year", 2026),
            new ColumnPlan.Number("mileage_km"),
            new ColumnPlan.TargetMean(List.of("brand", "model"), 2.0),
            new ColumnPlan.Levels("gearbox", List.of("Manuelle", "Automatique"), null, null),
            new ColumnPlan.Missing("first_hand")));
  }

  public static Encoder encoder() {
    return EncoderFitting.fit(schema(), plan(), rows(), prices(), 4, 42).encoder();
  }

  /** A Logan as a caller sends it. */
  public static Map<String, Object> logan() {
    Map<String, Object> logan = new LinkedHashMap<>();
    logan.put("brand", "Dacia");
    logan.put("model", "Logan");
    logan.put("year", 2015);
    logan.put("mileage_km", 120_000);
    logan.put("gearbox", "Manuelle");
    logan.put("first_hand", false);
    return logan;
  }

  /** Two trees on the log of the price, one for the error: small, but of every part something. */
  public static ModelBundle bundle() {
    TreeEnsemble trees =
        TreeEnsemble.builder(5, new Combination.Sum(11.5, 0.5))
            .split(2, 11.6, 8)
            .split(0, 8.5, 5)
            .leaf(0.1, 2)
            .leaf(-0.3, 3)
            .leaf(0.6, 3)
            .split(1, 110_000, 8)
            .leaf(0.2, 5)
            .leaf(-0.25, 3)
            .build();
    TreeEnsemble errorModel =
        TreeEnsemble.builder(5, new Combination.Mean())
            .split(2, 11.6, 8)
            .leaf(8_000, 5)
            .leaf(20_000, 3)
            .build();
    return new ModelBundle(
        schema(),
        encoder(),
        trees,
        new Head.Regression(errorModel, new Conformal(1.5, 1_000, 0.9, 0.875, 40)),
        Map.of("test_r2", 0.85, "test_mae", 9_876.5),
        provenance(),
        logan());
  }

  /** Linear on the log of the price, and linear for the error. */
  public static ModelBundle linearBundle() {
    double[] means = {9.5, 96_250, 11.7, 0.25, 0.25};
    LinearModel price =
        new LinearModel(
            means, new double[] {2.5}, new double[][] {{-0.03, -2e-6, 0.8, 0.05, -0.01}});
    LinearModel error =
        new LinearModel(
            means, new double[] {-90_000}, new double[][] {{-200, 0.01, 9_000, 0, 500}});
    return new ModelBundle(
        schema(),
        encoder(),
        price,
        new Head.Regression(error, new Conformal(1.5, 1_000, 0.9, 0.875, 40)),
        Map.of("test_r2", 0.75),
        provenance(Task.REGRESSION, "ridge"),
        logan());
  }

  /** Whether a car is sold within days, weeks or months. */
  public static ModelBundle classBundle() {
    LinearModel scores =
        new LinearModel(
            new double[] {9.5, 96_250, 11.7, 0.25, 0.25},
            new double[] {1, 0.5, 0},
            new double[][] {
              {-0.2, -1e-6, 0.1, 0.3, 0}, {0, 0, 0.1, 0, -0.5}, {0.1, 5e-6, 0, -0.3, 0.5}
            });
    return classBundle(scores, new Head.Classification(List.of("days", "weeks", "months")));
  }

  /** The same with trees for each class, which split in every way. */
  public static ModelBundle classTreesBundle() {
    RandomTrees random = RandomTrees.ofEveryKind(5, 5);
    List<TreeEnsemble> byClass =
        Stream.generate(() -> random.trees(4, 7, new Combination.Sum(0, 1))).limit(3).toList();
    return classBundle(
        new ClassTrees(byClass), new Head.Classification(List.of("days", "weeks", "months")));
  }

  /** Whether a car is sold within days, or not: trees score the second class alone. */
  public static ModelBundle twoClassBundle() {
    return classBundle(
        RandomTrees.ofEveryKind(6, 5).trees(4, 7, new Combination.Sum(0, 1)),
        new Head.Classification(
            List.of("days", "later"), new Calibration(List.of(1.0, 0.7), List.of(0.1, -0.2))));
  }

  private static ModelBundle classBundle(Estimator scores, Head head) {
    Encoder encoder = encoder();
    return new ModelBundle(
        schema(),
        new Encoder(encoder.schema(), encoder.columns(), TargetTransform.IDENTITY),
        scores,
        head,
        Map.of("test_accuracy", 0.5),
        provenance(Task.CLASSIFICATION, "softmax"),
        logan());
  }

  public static Provenance provenance() {
    return provenance(Task.REGRESSION, "gradient_boosting");
  }

  private static Provenance provenance(Task task, String algorithm) {
    return new Provenance(
        "cars.csv",
        "0f".repeat(32),
        new RowCounts(12, Map.of("duplicate", 3L, "price_outlier", 1L), 6, 2),
        42,
        task,
        algorithm,
        Map.of("trees", "2", "shrinkage", "0.5"),
        new Library("smile-core", "6.2.5"),
        "4f8cb8a",
        "25.0.1",
        Instant.parse("2026-11-21T08:00:00Z"),
        Instant.parse("2026-11-21T08:00:02.5Z"));
  }

  private static List<Row> rows(FeatureSchema schema) {
    return java.util.Arrays.stream(LISTINGS).map(listing -> row(schema, listing)).toList();
  }

  private static Row row(FeatureSchema schema, Object[] listing) {
    Map<String, Object> raw = new LinkedHashMap<>();
    for (int i = 0; i < schema.size(); i++) {
      raw.put(schema.feature(i).source(), listing[i]);
    }
    var reading = schema.read(raw);
    if (!reading.isUsable()) {
      throw new AssertionError(reading.errors());
    }
    return reading.row();
  }

  private static CategoricalFeature category(
      String name,
      String fr,
      String en,
      boolean required,
      List<String> values,
      boolean open,
      String parent) {
    return new CategoricalFeature(
        name, new Label(fr, en), fr, required, values, open, parent, Map.of(), null);
  }
}
