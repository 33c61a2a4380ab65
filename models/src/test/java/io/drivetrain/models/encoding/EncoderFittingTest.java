package io.drivetrain.models.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.drivetrain.models.CarFixtures;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EncoderFittingTest {

  private static final Label LABEL = new Label("x", "x");
  private static final FeatureSchema SCHEMA =
      new FeatureSchema(
          List.of(
              category("make", null),
              category("type", "make"),
              new NumericFeature("km", LABEL, null, false, "km", false, false, 0, 1_000, null),
              new BooleanFeature("used", LABEL, null, false, null),
              new DateFeature(
                  "sold", LABEL, null, false, LocalDate.EPOCH, LocalDate.of(2030, 1, 1)),
              new TextFeature("note", LABEL, null, false, 100)),
          new Target("price", LABEL, "MAD", null));

  @Test
  void fillsMissingNumbersWithTheMedian() {
    List<Row> rows = List.of(row("km", 10), row("km", 40), row("km", 30), row("km", 20), row());

    Encoder encoder = fit(rows, new ColumnPlan.Number("km"));

    assertThat(encoder.columns()).containsExactly(new NumberColumn("km", 25));
    assertThat(encoder.encode(row("km", 7))).containsExactly(7);
    assertThat(encoder.encode(row())).containsExactly(25);
  }

  @Test
  void encodesFlagsAndDaysAsNumbers() {
    List<Row> rows =
        List.of(row("used", true, "sold", "1970-01-11"), row("used", true, "sold", "1970-01-01"));

    Encoder encoder = fit(rows, new ColumnPlan.Number("used"), new ColumnPlan.Number("sold"));

    assertThat(encoder.encode(row("used", false, "sold", "1971-01-01"))).containsExactly(0, 365);
    assertThat(encoder.encode(row())).containsExactly(1, 5);
  }

  @Test
  void countsYearsBackFromTheLatestYearOfTraining() {
    List<Row> rows = List.of(row("km", 100), row("km", 90), row("km", 70));

    Encoder latest = fit(rows, new ColumnPlan.Age("km", null));
    Encoder stated = fit(rows, new ColumnPlan.Age("km", 110));

    assertThat(latest.columns()).containsExactly(new AgeColumn("km", 100, 10));
    assertThat(latest.encode(row("km", 95))).containsExactly(5);
    assertThat(latest.encode(row("km", 101))).containsExactly(-1);
    assertThat(stated.encode(row("km", 95))).containsExactly(15);
    assertThat(stated.encode(row())).containsExactly(20);
  }

  @Test
  void countsTheYearsOfADay() {
    List<Row> rows = List.of(row("sold", "2020-01-01"), row("sold", "2023-07-02"));

    Encoder encoder = fit(rows, new ColumnPlan.Age("sold", null));

    assertThat(encoder.columns().getFirst()).extracting("reference").isEqualTo(2023);
    assertThat(encoder.encode(row("sold", "2020-01-01"))).containsExactly(3);
    assertThat(encoder.encode(row("sold", "2023-07-02"))[0]).isCloseTo(-182 / 365.0, within(1e-12));
  }

  @Test
  void encodesLevelsByTheirPlaceWithCodesForUnseenAndMissing() {
    List<Row> rows = List.of(row("make", "A"), row("make", "B"));

    Encoder encoder = fit(rows, new ColumnPlan.Levels("make", List.of("B", "A"), 9.0, -3.0));

    assertThat(encoder.encode(row("make", "B"))).containsExactly(0);
    assertThat(encoder.encode(row("make", "A"))).containsExactly(1);
    assertThat(encoder.encode(row("make", "Z"))).containsExactly(9);
    assertThat(encoder.encode(row())).containsExactly(-3);
  }

  @Test
  void takesLevelsFromTheSchemaWhenThePlanNamesNone() {
    Encoder encoder =
        EncoderFitting.fit(
                CarFixtures.schema(),
                plan(TargetTransform.LOG, new ColumnPlan.Levels("gearbox", null, null, null)),
                CarFixtures.rows(),
                CarFixtures.prices(),
                2,
                1)
            .encoder();

    assertThat(encoder.columns())
        .containsExactly(new LevelColumn("gearbox", List.of("Manuelle", "Automatique"), -1, -1));
  }

  @Test
  void marksOneValueAndMissingOnes() {
    List<Row> rows = List.of(row("make", "A"), row("make", "B"));

    Encoder encoder =
        fit(
            rows,
            new ColumnPlan.Indicator("make", "A"),
            new ColumnPlan.Missing("make"),
            new ColumnPlan.Missing("note"));

    assertThat(encoder.encode(row("make", "A"))).containsExactly(1, 0, 1);
    assertThat(encoder.encode(row("make", "Z", "note", "hi"))).containsExactly(0, 0, 0);
    assertThat(encoder.encode(row())).containsExactly(0, 1, 1);
    assertThat(encoder.columns())
        .extracting(Column::name)
        .containsExactly("make_is_A", "make_missing", "note_missing");
  }

  @Test
  void smoothsMeansTowardsTheWiderGroup() {
    List<Row> rows =
        List.of(
            row("make", "A", "type", "a1"),
            row("make", "A", "type", "a2"),
            row("make", "B", "type", "b1"));
    double[] targets = {10, 20, 60};

    Encoder encoder =
        EncoderFitting.fit(
                SCHEMA,
                plan(TargetTransform.IDENTITY, mean(2.0, "make", "type")),
                rows,
                targets,
                3,
                1)
            .encoder();

    // All rows: 30. Make A: (30 + 2 * 30) / 4 = 22.5; type a1: (10 + 2 * 22.5) / 3.
    assertThat(encoder.encode(row("make", "A", "type", "a1"))).containsExactly(55 / 3.0);
    assertThat(encoder.encode(row("make", "A", "type", "zz"))).containsExactly(22.5);
    assertThat(encoder.encode(row("make", "A"))).containsExactly(22.5);
    assertThat(encoder.encode(row("make", "Z", "type", "a1"))).containsExactly(30);
    assertThat(encoder.encode(row("type", "a1"))).containsExactly(30);
  }

  @Test
  void treatsMissingAsAValueOfItsOwnWhereTrainingHadIt() {
    List<Row> rows = List.of(row("make", "A"), row("make", "A"), row(), row());
    double[] targets = {10, 10, 50, 50};

    Encoder encoder =
        EncoderFitting.fit(
                SCHEMA, plan(TargetTransform.IDENTITY, mean(0.0, "make")), rows, targets, 2, 1)
            .encoder();

    assertThat(encoder.encode(row())).containsExactly(50);
    assertThat(encoder.encode(row("make", "Z"))).containsExactly(30);
  }

  @Test
  void groupsByFlags() {
    List<Row> rows = List.of(row("used", true), row("used", false));

    Encoder encoder =
        EncoderFitting.fit(
                SCHEMA,
                plan(TargetTransform.IDENTITY, mean(0.0, "used")),
                rows,
                new double[] {1, 3},
                2,
                1)
            .encoder();

    assertThat(encoder.encode(row("used", false))).containsExactly(3);
  }

  @Test
  void learnsMeansOnTheScaleOfLearning() {
    List<Row> rows = List.of(row("make", "A"), row("make", "A"));

    Encoder encoder =
        EncoderFitting.fit(
                SCHEMA,
                plan(TargetTransform.LOG, mean(5.0, "make")),
                rows,
                new double[] {1, 100},
                2,
                1)
            .encoder();

    assertThat(encoder.encode(row("make", "A"))[0]).isCloseTo(Math.log(10), within(1e-12));
  }

  @Test
  void trainingMeansNeverHoldTheRowsOwnTarget() {
    Random random = new Random(3);
    List<Row> rows = random.ints(300, 0, 12).mapToObj(i -> row("make", "m" + i, "km", i)).toList();
    double[] targets = random.doubles(300, 1, 100).toArray();
    EncodingPlan plan =
        plan(TargetTransform.IDENTITY, mean(1.0, "make"), new ColumnPlan.Number("km"));

    double[][] before = EncoderFitting.fit(SCHEMA, plan, rows, targets, 5, 9).outOfFold();

    for (int changed : new int[] {0, 17, 299}) {
      double[] others = targets.clone();
      others[changed] = 1e6;
      double[][] after = EncoderFitting.fit(SCHEMA, plan, rows, others, 5, 9).outOfFold();
      assertThat(after[changed]).isEqualTo(before[changed]);
      assertThat(Arrays.deepEquals(after, before)).isFalse();
    }
  }

  @Test
  void onlyMeansDifferBetweenTrainingAndPrediction() {
    FittedEncoding fitted =
        EncoderFitting.fit(
            CarFixtures.schema(),
            CarFixtures.plan(),
            CarFixtures.rows(),
            CarFixtures.prices(),
            4,
            42);

    double[][] inputs = fitted.encoder().encode(CarFixtures.rows());

    for (int row = 0; row < inputs.length; row++) {
      assertThat(fitted.outOfFold()[row][2]).isNotEqualTo(inputs[row][2]);
      for (int column : new int[] {0, 1, 3, 4}) {
        assertThat(fitted.outOfFold()[row][column]).isEqualTo(inputs[row][column]);
      }
    }
  }

  @Test
  void sameSeedSameEncodingOtherSeedOtherFolds() {
    FittedEncoding one = fitCars(42);

    assertThat(fitCars(42).encoder()).isEqualTo(one.encoder());
    assertThat(fitCars(42).outOfFold()).isDeepEqualTo(one.outOfFold());
    assertThat(fitCars(43).encoder()).isEqualTo(one.encoder());
    assertThat(Arrays.deepEquals(fitCars(43).outOfFold(), one.outOfFold())).isFalse();
  }

  @Test
  void foldsHaveNearlyOneSize() {
    Folds folds = Folds.split(11, 3, 5);

    assertThat(List.of(folds.inside(0).length, folds.inside(1).length, folds.inside(2).length))
        .containsExactly(4, 4, 3);
    assertThat(folds.outside(0)).hasSize(7).doesNotContain(folds.inside(0));
  }

  @Test
  void saysWhatIsWrongWithAPlan() {
    List<Row> rows = List.of(row("make", "A"), row("make", "B"));

    refuses("which the schema does not have", rows, new ColumnPlan.Number("colour"));
    refuses("neither a number", rows, new ColumnPlan.Number("make"));
    refuses("neither a numeric year nor a date", rows, new ColumnPlan.Age("used", null));
    refuses("not categorical", rows, new ColumnPlan.Levels("km", List.of("1"), null, null));
    refuses("neither categorical nor boolean", rows, mean(1.0, "km"));
    refuses("km has no value in the training rows", rows, new ColumnPlan.Number("km"));
    refuses("needs levels", rows, new ColumnPlan.Levels("make", null, null, null));
    refuses(
        "make_missing stands twice",
        rows,
        new ColumnPlan.Missing("make"),
        new ColumnPlan.Missing("make"));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            EncoderFitting.fit(
                CarFixtures.schema(),
                plan(TargetTransform.LOG, new ColumnPlan.Indicator("gearbox", "CVT")),
                CarFixtures.rows(),
                CarFixtures.prices(),
                2,
                1))
        .withMessageContaining("gearbox = \"CVT\"");
  }

  @Test
  void saysWhatIsWrongWithTheRows() {
    EncodingPlan plan = plan(TargetTransform.LOG, new ColumnPlan.Missing("make"));
    List<Row> rows = List.of(row(), row());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> EncoderFitting.fit(SCHEMA, plan, rows, new double[] {1}, 2, 1))
        .withMessage("2 rows but 1 targets");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EncoderFitting.fit(SCHEMA, plan, rows, new double[] {1, 2}, 3, 1))
        .withMessageContaining("3 folds of 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EncoderFitting.fit(SCHEMA, plan, rows, new double[] {1, 0}, 2, 1))
        .withMessageContaining("above 0");
  }

  private static FittedEncoding fitCars(long seed) {
    return EncoderFitting.fit(
        CarFixtures.schema(),
        CarFixtures.plan(),
        CarFixtures.rows(),
        CarFixtures.prices(),
        4,
        seed);
  }

  private static void refuses(String reason, List<Row> rows, ColumnPlan... columns) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fit(rows, columns))
        .withMessageContaining(reason);
  }

  private static Encoder fit(List<Row> rows, ColumnPlan... columns) {
    double[] targets = new double[rows.size()];
    return EncoderFitting.fit(SCHEMA, plan(TargetTransform.IDENTITY, columns), rows, targets, 2, 1)
        .encoder();
  }

  private static EncodingPlan plan(TargetTransform target, ColumnPlan... columns) {
    return new EncodingPlan(target, List.of(columns));
  }

  private static ColumnPlan mean(double smoothing, String... features) {
    return new ColumnPlan.TargetMean(List.of(features), smoothing);
  }

  private static CategoricalFeature category(String name, String parent) {
    return new CategoricalFeature(
        name, LABEL, null, false, List.of(), true, parent, Map.of(), null);
  }

  private static Row row(Object... namesAndValues) {
    Map<String, Object> raw = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      raw.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    var reading = SCHEMA.read(raw);
    assertThat(reading.errors()).isEmpty();
    return reading.row();
  }
}
