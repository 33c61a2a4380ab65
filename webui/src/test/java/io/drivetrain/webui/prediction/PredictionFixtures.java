package io.drivetrain.webui.prediction;

import io.drivetrain.models.bundle.BundleWriter;
import io.drivetrain.models.bundle.Library;
import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.bundle.ModelMeta;
import io.drivetrain.models.bundle.Provenance;
import io.drivetrain.models.bundle.RowCounts;
import io.drivetrain.models.encoding.ColumnPlan;
import io.drivetrain.models.encoding.Encoder;
import io.drivetrain.models.encoding.EncoderFitting;
import io.drivetrain.models.encoding.EncodingPlan;
import io.drivetrain.models.encoding.Grams;
import io.drivetrain.models.encoding.TargetTransform;
import io.drivetrain.models.encoding.TextColumn;
import io.drivetrain.models.estimator.Combination;
import io.drivetrain.models.estimator.LinearModel;
import io.drivetrain.models.estimator.TreeEnsemble;
import io.drivetrain.models.prediction.Calibration;
import io.drivetrain.models.prediction.Conformal;
import io.drivetrain.models.prediction.Head;
import io.drivetrain.models.prediction.Task;
import io.drivetrain.models.schema.BooleanFeature;
import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.DateFeature;
import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Label;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.Row;
import io.drivetrain.models.schema.Target;
import io.drivetrain.models.schema.TextFeature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Two small models of different things, so that nothing passes which only knows cars. */
public final class PredictionFixtures {
  /** The registered model that the application under test predicts with. */
  public static final String MODEL = "car_price_predictor";

  private static final ModelMeta META =
      new ModelMeta("0123456789abcdef", "model", MODEL, Instant.parse("2026-11-21T08:00:00Z"));

  private PredictionFixtures() {}

  /** The files of a model of car prices. */
  public static Map<String, byte[]> cars() {
    return BundleWriter.files(carBundle(), META);
  }

  /** The files of a model of rents, whose schema has features of every type. */
  public static Map<String, byte[]> rents() {
    return BundleWriter.files(rentBundle(), META);
  }

  /** The files of a model of texts in three classes. */
  public static Map<String, byte[]> reviews() {
    return BundleWriter.files(reviewBundle(), META);
  }

  /** A bundle one file of which was damaged in the store. */
  public static Map<String, byte[]> damaged() {
    Map<String, byte[]> files = new TreeMap<>(cars());
    files.put("trees.bin", Arrays.copyOf(files.get("trees.bin"), 40));
    return files;
  }

  /** A bundle that was published with half a file: its sums are those of what is there. */
  public static Map<String, byte[]> unreadable() {
    Map<String, byte[]> files = damaged();
    files.remove("SHA256SUMS");
    StringBuilder sums = new StringBuilder();
    files.forEach(
        (name, content) -> sums.append(sha256(content)).append("  ").append(name).append('\n'));
    files.put("SHA256SUMS", sums.toString().getBytes(StandardCharsets.UTF_8));
    return files;
  }

  /** A row that the model of cars answers without a warning. */
  public static Map<String, Object> logan() {
    Map<String, Object> logan = new LinkedHashMap<>();
    logan.put("brand", "Dacia");
    logan.put("model", "Logan");
    logan.put("year", 2015);
    logan.put("mileage_km", 120_000);
    logan.put("fuel", "Diesel");
    logan.put("fiscal_power", 6);
    logan.put("gearbox", "Manuelle");
    logan.put("first_hand", "Non");
    logan.put("condition", "Bon");
    return logan;
  }

  public static ModelBundle carBundle() {
    FeatureSchema declared =
        new FeatureSchema(
            List.of(
                choice("brand", "Marque", "Make", List.of(), true, null),
                choice("model", "Modèle", "Model", List.of(), true, "brand"),
                number("year", "Année-Modèle", "Model year", "", 1980, 2026, 2018.0),
                number("mileage_km", "Kilométrage", "Mileage", "km", 0, 600_000, 50_000.0),
                choice(
                    "fuel", "Type de carburant", "Fuel", List.of("Diesel", "Essence"), false, null),
                number("fiscal_power", "Puissance fiscale", "Fiscal power", "CV", 3, 40, 6.0),
                choice(
                    "gearbox",
                    "Boite de vitesses",
                    "Gearbox",
                    List.of("Manuelle", "Automatique"),
                    false,
                    null),
                choice(
                    "first_hand",
                    "Première main",
                    "First hand",
                    List.of("Oui", "Non"),
                    false,
                    null),
                choice(
                    "condition",
                    "État",
                    "Condition",
                    List.of("Excellent", "Très bon", "Bon", "Correct"),
                    false,
                    null)),
            new Target("price", new Label("Prix", "Price"), "MAD", "Prix"));
    Object[][] listings = {
      {"Dacia", "Logan", 2012, 160_000, "Diesel", 6, "Manuelle", "Non", "Bon"},
      {"Dacia", "Logan", 2018, 60_000, "Essence", 6, "Manuelle", "Oui", "Très bon"},
      {"Dacia", "Duster", 2019, 40_000, "Diesel", 6, "Manuelle", "Oui", "Excellent"},
      {"Renault", "Clio", 2014, 140_000, "Essence", 6, "Manuelle", "Non", "Correct"},
      {"Renault", "Clio", 2017, 80_000, "Diesel", 7, "Automatique", "Non", "Bon"},
      {"Audi", "A4", 2016, 90_000, "Diesel", 8, "Automatique", "Oui", "Excellent"},
      {"Audi", "A4", 2010, 220_000, "Diesel", 8, "Automatique", "Non", "Correct"},
      {"Volkswagen", "Golf", 2016, 110_000, "Diesel", 7, "Manuelle", "Non", "Très bon"},
    };
    double[] prices = {62_000, 95_000, 155_000, 82_000, 118_000, 245_000, 120_000, 165_000};
    EncodingPlan plan =
        new EncodingPlan(
            TargetTransform.LOG,
            List.of(
                new ColumnPlan.Age("year", 2026),
                new ColumnPlan.Number("mileage_km"),
                new ColumnPlan.TargetMean(List.of("brand", "model"), 2.0),
                new ColumnPlan.Levels("fuel", null, null, null),
                new ColumnPlan.Number("fiscal_power"),
                new ColumnPlan.Levels("gearbox", null, null, null),
                new ColumnPlan.Levels("first_hand", null, null, null),
                new ColumnPlan.Levels("condition", null, null, null)));
    TreeEnsemble.Builder trees = TreeEnsemble.builder(8, new Combination.Sum(11.65, 1));
    trees.split(0, 5.5, 80).leaf(0.42, 12).split(0, 9.5, 68).leaf(0.12, 40).leaf(-0.31, 28);
    trees.split(1, 70_000, 80).leaf(0.15, 24).split(1, 130_000, 56).leaf(-0.02, 30).leaf(-0.2, 26);
    stump(trees, 2, 11.6, -0.24, 0.3);
    stump(trees, 3, 0.5, 0.03, -0.02);
    stump(trees, 4, 6.5, -0.06, 0.09);
    stump(trees, 5, 0.5, -0.04, 0.12);
    stump(trees, 6, 0.5, 0.03, -0.015);
    stump(trees, 7, 1.5, 0.07, -0.03);
    return bundle(declared, listings, prices, plan, trees.build(), 8, 9_000, logan());
  }

  public static ModelBundle rentBundle() {
    FeatureSchema declared =
        new FeatureSchema(
            List.of(
                choice("city", "Ville", "City", List.of("Fès", "Salé"), false, null),
                new NumericFeature(
                    "surface",
                    new Label("Surface", "Floor area"),
                    "Surface",
                    true,
                    "m²",
                    false,
                    false,
                    9,
                    500,
                    null),
                new BooleanFeature(
                    "furnished", new Label("Meublé", "Furnished"), "Meublé", false, true),
                new DateFeature(
                    "free_from",
                    new Label("Libre le", "Free from"),
                    "Libre",
                    false,
                    LocalDate.of(2026, 1, 1),
                    LocalDate.of(2027, 12, 31)),
                new TextFeature("remark", new Label("Remarque", "Remark"), "Remarque", false, 20)),
            new Target("rent", new Label("Loyer", "Rent"), "MAD", "Loyer"));
    Object[][] listings = {
      {"Fès", 40.5, true, "2026-12-01", "calme"},
      {"Fès", 80.0, false, "2026-12-15", "centre"},
      {"Salé", 60.0, true, "2027-01-01", "vue"},
      {"Salé", 100.0, false, "2027-02-01", "jardin"},
    };
    double[] rents = {3_000, 4_500, 4_200, 6_000};
    EncodingPlan plan =
        new EncodingPlan(
            TargetTransform.IDENTITY,
            List.of(
                new ColumnPlan.Number("surface"), new ColumnPlan.Levels("city", null, null, null)));
    TreeEnsemble.Builder trees = TreeEnsemble.builder(2, new Combination.Sum(4_400, 1));
    stump(trees, 0, 70, -800, 900);
    stump(trees, 1, 0.5, -150, 150);
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("city", "Fès");
    example.put("surface", 62.5);
    return bundle(declared, listings, rents, plan, trees.build(), 2, 400, example);
  }

  public static ModelBundle reviewBundle() {
    FeatureSchema schema =
        new FeatureSchema(
            List.of(new TextFeature("text", new Label("Avis", "Review"), "text", true, 500)),
            new Target("sentiment", new Label("Sentiment", "Sentiment"), "", "sentiment"));
    TextColumn words =
        new TextColumn(
            "text", Grams.WORDS, 1, 1, List.of("awful", "great", "work"), List.of(2.0, 2.0, 1.0));
    double[][] weights = {{3, -2, 0}, {-1, -1, 0}, {-2, 3, 0.5}};
    return new ModelBundle(
        schema,
        new Encoder(schema, List.of(words), TargetTransform.IDENTITY),
        new LinearModel(new double[3], new double[3], weights),
        new Head.Classification(
            List.of("negative", "neutral", "positive"),
            new Calibration(List.of(1.5, 1.0, 1.5), List.of(0.0, 0.1, 0.0))),
        Map.of("test_accuracy", 0.9),
        provenance(Task.CLASSIFICATION),
        Map.of("text", "great work"));
  }

  private static ModelBundle bundle(
      FeatureSchema declared,
      Object[][] listings,
      double[] targets,
      EncodingPlan plan,
      TreeEnsemble trees,
      int columns,
      double error,
      Map<String, Object> example) {
    FeatureSchema schema = declared.seeing(rows(declared, listings));
    Encoder encoder =
        EncoderFitting.fit(schema, plan, rows(schema, listings), targets, 2, 42).encoder();
    TreeEnsemble errorModel =
        TreeEnsemble.builder(columns, new Combination.Mean()).leaf(error, 80).build();
    return new ModelBundle(
        schema,
        encoder,
        trees,
        new Head.Regression(errorModel, new Conformal(2, 100, 0.9, 0.9, 40)),
        Map.of("test_r2", 0.85),
        provenance(),
        example);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static void stump(
      TreeEnsemble.Builder trees, int column, double threshold, double below, double above) {
    trees.split(column, threshold, 80).leaf(below, 45).leaf(above, 35);
  }

  private static List<Row> rows(FeatureSchema schema, Object[][] listings) {
    return Arrays.stream(listings)
        .map(listing -> {
          Map<String, Object> raw = new LinkedHashMap<>();
          for (int i = 0; i < schema.size(); i++) {
            raw.put(schema.feature(i).name(), listing[i]);
          }
          return schema.read(raw).row();
        })
        .toList();
  }

  private static Feature number(
      String name, String fr, String en, String unit, double min, double max, Double start) {
    return new NumericFeature(
        name, new Label(fr, en), fr, true, unit, true, false, min, max, start);
  }

  private static Feature choice(
      String name, String fr, String en, List<String> values, boolean open, String parent) {
    return new CategoricalFeature(
        name, new Label(fr, en), fr, true, values, open, parent, Map.of(), null);
  }

  private static Provenance provenance() {
    return provenance(Task.REGRESSION);
  }

  private static Provenance provenance(Task task) {
    return new Provenance(
        "cars.csv",
        "0f".repeat(32),
        new RowCounts(8, Map.of(), 6, 2),
        42,
        task,
        "gradient_boosting",
        Map.of("trees", "8"),
        new Library("smile-core", "6.2.5"),
        "4f8cb8a",
        "25.0.1",
        Instant.parse("2026-11-21T08:00:00Z"),
        Instant.parse("2026-11-21T08:00:02Z"));
  }
}
