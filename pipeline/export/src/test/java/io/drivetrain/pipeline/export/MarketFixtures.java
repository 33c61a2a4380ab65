package io.drivetrain.pipeline.export;

import io.drivetrain.models.CarFixtures;
import io.drivetrain.models.RandomTrees;
import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.encoding.ColumnPlan;
import io.drivetrain.models.encoding.Encoder;
import io.drivetrain.models.encoding.EncoderFitting;
import io.drivetrain.models.encoding.EncodingPlan;
import io.drivetrain.models.encoding.TargetTransform;
import io.drivetrain.models.estimator.Combination;
import io.drivetrain.models.estimator.Estimator;
import io.drivetrain.models.estimator.LinearModel;
import io.drivetrain.models.estimator.TreeEnsemble;
import io.drivetrain.models.prediction.Conformal;
import io.drivetrain.models.prediction.Head;
import io.drivetrain.models.schema.BooleanFeature;
import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.DateFeature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Label;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.Row;
import io.drivetrain.models.schema.Target;
import io.drivetrain.models.schema.TextFeature;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** A market with every type of feature and every kind of column, and rows as people write them. */
final class MarketFixtures {

  private static final Object[] BRANDS = {
    "Dacia",
    " dacia\u00a0",
    "RENAULT",
    "Citroe\u0308n",
    "Citroën",
    "Tesla",
    500,
    "CITROEN",
    "Régie",
    "dac-ia"
  };
  private static final Object[] MODELS = {
    "Logan", "logan", "C3", "208.0", "", "--", "NA", "Clio", "CLIO  IV", "Clio iv", "clio-iv", "C 3"
  };
  private static final Object[] GEARBOXES = {
    "Manuelle", "AUTOMATIQUE", "--", null, "Autre", "automatic"
  };
  private static final Object[] MILEAGES = {
    120_000,
    "120 000",
    "120\u202f000",
    "100 000 - 149 999",
    "100 000\u2013149 998",
    "120.000",
    "120 000 km",
    "KM 120000",
    "120,000.0",
    "1,5",
    -0.0,
    1_500_001,
    "many",
    7.5,
    "1e5"
  };
  private static final Object[] POWERS = {
    6, 6.5, "6,5", "1.234,5", "6 CV", "6 km", "0.25", null, "--", 1e30, true
  };
  private static final Object[] FLAGS = {
    true, false, "Oui", "non", "VRAI", 1, "0", null, "peut-être"
  };
  private static final Object[] DAYS = {
    "2019-02-28", "2020-02-29", "2020-12-31", null, "2031-01-01", "28/02/2019", "2019-02-30", 2019
  };
  private static final Object[] NOTES = {"first owner", "", null, "x".repeat(80), "ok", 5};

  private MarketFixtures() {}

  static List<Map<String, Object>> rawRows(long seed, int count) {
    Random random = new Random(seed);
    return Stream.generate(() -> raw(random)).limit(count).toList();
  }

  private static Map<String, Object> raw(Random random) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("brand", pick(random, BRANDS));
    row.put("model", pick(random, MODELS));
    row.put("gearbox", pick(random, GEARBOXES));
    row.put("mileage_km", pick(random, MILEAGES));
    row.put("power", pick(random, POWERS));
    row.put("first_hand", pick(random, FLAGS));
    row.put("registered", pick(random, DAYS));
    row.put("note", pick(random, NOTES));
    return row;
  }

  private static Object pick(Random random, Object[] among) {
    // The first ones are what every feature takes: most rows shall be usable.
    return among[random.nextInt(random.nextBoolean() ? 2 : among.length)];
  }

  static FeatureSchema schema() {
    return new FeatureSchema(
        List.of(
            new CategoricalFeature(
                "brand",
                label("brand"),
                "Marque",
                true,
                List.of(),
                true,
                null,
                Map.of(),
                null,
                Map.of(),
                Map.of("Régie", "Renault")),
            new CategoricalFeature(
                "model", label("model"), "Modèle", false, List.of(), true, "brand", Map.of(), null),
            new CategoricalFeature(
                "gearbox",
                label("gearbox"),
                null,
                false,
                List.of("Manuelle", "Automatique"),
                false,
                null,
                Map.of(),
                null,
                Map.of("Automatique", new Label("Boîte automatique", "Automatic")),
                Map.of()),
            new NumericFeature(
                "mileage_km", label("mileage"), null, true, "km", true, true, 0, 1_000_000, null),
            new NumericFeature(
                "power", label("power"), null, false, "CV", false, false, 0, 1e6, null),
            new BooleanFeature("first_hand", label("first hand"), null, false, null),
            new DateFeature(
                "registered",
                label("registered"),
                null,
                false,
                LocalDate.of(2000, 1, 1),
                LocalDate.of(2030, 12, 31)),
            new TextFeature("note", label("note"), null, false, 60)),
        new Target("price", label("price"), "MAD", "Prix"),
        List.of("--", "NA"));
  }

  private static Label label(String text) {
    return new Label(text, text);
  }

  static ModelBundle forest() {
    return bundle(columns -> new RandomTrees(3, columns).trees(60, 40, new Combination.Mean()));
  }

  static ModelBundle boosting() {
    return bundle(
        columns -> RandomTrees.ofEveryKind(4, columns).trees(200, 16, new Combination.Sum(9, 0.1)));
  }

  static ModelBundle linear() {
    return bundle(columns -> {
      double[] weights = new Random(5).doubles(columns, -1e-6, 1e-6).toArray();
      return new LinearModel(new double[columns], new double[] {11}, new double[][] {weights});
    });
  }

  private static ModelBundle bundle(java.util.function.IntFunction<Estimator> estimator) {
    FeatureSchema declared = schema();
    List<Row> rows =
        rawRows(1, 400).stream()
            .map(declared::read)
            .filter(reading -> reading.isUsable())
            .map(reading -> reading.row())
            .toList();
    FeatureSchema schema = declared.seeing(rows);
    double[] prices = new double[rows.size()];
    Arrays.setAll(prices, i -> 50_000 + 997.0 * (i % 101));
    Encoder encoder = EncoderFitting.fit(schema, plan(), rows, prices, 3, 7).encoder();
    TreeEnsemble error =
        TreeEnsemble.builder(encoder.size(), new Combination.Mean()).leaf(5_000, 1).build();
    return new ModelBundle(
        schema,
        encoder,
        estimator.apply(encoder.size()),
        new Head.Regression(error, new Conformal(1.5, 1_000, 0.9, 0.9, 40)),
        Map.of(),
        CarFixtures.provenance(),
        Map.of("brand", "Dacia", "mileage_km", 120_000));
  }

  private static EncodingPlan plan() {
    return new EncodingPlan(
        TargetTransform.LOG,
        List.of(
            new ColumnPlan.Number("mileage_km"),
            new ColumnPlan.Number("power"),
            new ColumnPlan.Number("first_hand"),
            new ColumnPlan.Number("registered"),
            new ColumnPlan.Age("registered", 2026),
            new ColumnPlan.Levels("gearbox", List.of(), -2.0, -1.0),
            new ColumnPlan.Indicator("gearbox", "Automatique"),
            new ColumnPlan.TargetMean(List.of("brand", "first_hand", "model"), 3.0),
            new ColumnPlan.Missing("note")));
  }
}
