package io.drivetrain.models.schema;

import static io.drivetrain.models.schema.IssueCode.DUPLICATE_FIELD;
import static io.drivetrain.models.schema.IssueCode.MISSING_VALUE;
import static io.drivetrain.models.schema.IssueCode.NOT_AN_INTEGER;
import static io.drivetrain.models.schema.IssueCode.NOT_A_BOOLEAN;
import static io.drivetrain.models.schema.IssueCode.NOT_A_DATE;
import static io.drivetrain.models.schema.IssueCode.NOT_A_NUMBER;
import static io.drivetrain.models.schema.IssueCode.NOT_IN_LIST;
import static io.drivetrain.models.schema.IssueCode.OUTSIDE_TRAINING_RANGE;
import static io.drivetrain.models.schema.IssueCode.OUT_OF_RANGE;
import static io.drivetrain.models.schema.IssueCode.REQUIRED;
import static io.drivetrain.models.schema.IssueCode.TARGET_IGNORED;
import static io.drivetrain.models.schema.IssueCode.TOO_LONG;
import static io.drivetrain.models.schema.IssueCode.UNKNOWN_FIELD;
import static io.drivetrain.models.schema.IssueCode.UNSEEN_COMBINATION;
import static io.drivetrain.models.schema.IssueCode.UNSEEN_VALUE;
import static io.drivetrain.models.schema.IssueCode.WRONG_TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.models.CarFixtures;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowReadingTest {

  private static final FeatureSchema CARS = CarFixtures.schema();
  private static final FeatureSchema NOTES =
      new FeatureSchema(
          List.of(
              new TextFeature("note", new Label("Note", "Note"), null, false, 10),
              new DateFeature(
                  "sold",
                  new Label("Vendu", "Sold"),
                  null,
                  false,
                  LocalDate.of(2000, 1, 1),
                  LocalDate.of(2030, 12, 31)),
              new NumericFeature(
                  "score", new Label("Score", "Score"), null, false, "", false, true, -1, 1, null)),
          new Target("stars", new Label("Étoiles", "Stars"), "", null));

  @Test
  void readsTypedValuesByCanonicalName() {
    RowReading reading = CARS.read(CarFixtures.logan());

    assertThat(reading.errors()).isEmpty();
    assertThat(reading.warnings()).isEmpty();
    Row row = reading.row();
    assertThat(row.string(0)).isEqualTo("Dacia");
    assertThat(row.number(2)).isEqualTo(2015);
    assertThat(row.number(3)).isEqualTo(120_000);
    assertThat(row.flag(5)).isFalse();
  }

  @Test
  void readsCellsByTheHeadersOfTheData() {
    RowReading reading =
        CARS.read(
            Map.of(
                "Marque", " dacia ",
                "Mode\u0300le", "LOGAN",
                "Année-Modèle", "2015",
                "Kilométrage", "200 000 - 249 999",
                "Boite de vitesses", "--",
                "Première main", "Non"));

    assertThat(reading.isUsable()).isTrue();
    assertThat(CARS.values(reading.row()))
        .isEqualTo(
            Map.of(
                "brand",
                "Dacia",
                "model",
                "Logan",
                "year",
                2015.0,
                "mileage_km",
                225_000.0,
                "first_hand",
                false));
    assertThat(reading.warnings()).containsExactly(FieldIssue.of("gearbox", MISSING_VALUE));
  }

  @Test
  void namesEveryRequiredFieldThatIsAbsent() {
    RowReading reading = CARS.read(Map.of("brand", "", "model", "Logan"));

    assertThat(reading.errors())
        .containsExactly(
            FieldIssue.of("brand", REQUIRED, "Audi, Dacia, Renault"),
            FieldIssue.of("year", REQUIRED, "1980 .. 2026"),
            FieldIssue.of("mileage_km", REQUIRED, "0 .. 1000000 km"));
    assertThat(reading.errors().getLast().message())
        .isEqualTo("mileage_km is required; accepted: 0 .. 1000000 km");
  }

  @Test
  void leavesAnAbsentOptionalValueMissingInsteadOfItsDefault() {
    FeatureSchema schema =
        new FeatureSchema(
            List.of(
                new NumericFeature(
                    "doors",
                    new Label("Portes", "Doors"),
                    null,
                    false,
                    "",
                    true,
                    false,
                    2,
                    5,
                    5.0)),
            CARS.target());

    RowReading reading = schema.read(Map.of());

    assertThat(reading.row().isMissing(0)).isTrue();
    assertThat(reading.warnings()).containsExactly(FieldIssue.of("doors", MISSING_VALUE));
  }

  @Test
  void suggestsTheNearestNameForAnUnknownField() {
    Map<String, Object> raw = CarFixtures.logan();
    raw.put("milage_km", raw.remove("mileage_km"));
    raw.put("colour", "red");

    List<FieldIssue> errors = CARS.read(raw).errors();

    assertThat(errors)
        .extracting(FieldIssue::code)
        .containsExactly(REQUIRED, UNKNOWN_FIELD, UNKNOWN_FIELD);
    assertThat(errors.get(1).message())
        .isEqualTo(
            "milage_km is not a known field; known: brand, model, year, mileage_km, gearbox,"
                + " first_hand; did you mean mileage_km?");
    assertThat(errors.get(2).arguments().getFirst()).isEmpty();
  }

  @Test
  void refusesAFieldGivenUnderBothItsNames() {
    Map<String, Object> raw = CarFixtures.logan();
    raw.put("Kilométrage", "5 000");

    assertThat(CARS.read(raw).errors())
        .containsExactly(FieldIssue.of("mileage_km", DUPLICATE_FIELD, "mileage_km", "Kilométrage"));
  }

  @Test
  void ignoresTheTargetWithAWarning() {
    Map<String, Object> raw = CarFixtures.logan();
    raw.put("Prix", "72000");

    RowReading reading = CARS.read(raw);

    assertThat(reading.isUsable()).isTrue();
    assertThat(reading.warnings()).containsExactly(FieldIssue.of("price", TARGET_IGNORED));
  }

  @Test
  void tellsWhyANumberIsRefused() {
    assertThat(error("year", "abc"))
        .isEqualTo(FieldIssue.of("year", NOT_A_NUMBER, "abc", "1980 .. 2026"));
    assertThat(error("year", 2015.5).code()).isEqualTo(NOT_AN_INTEGER);
    assertThat(error("year", 1899).code()).isEqualTo(OUT_OF_RANGE);
    assertThat(error("year", Double.NaN).code()).isEqualTo(NOT_A_NUMBER);
    assertThat(error("year", Double.POSITIVE_INFINITY).code()).isEqualTo(NOT_A_NUMBER);
    assertThat(error("year", new BigDecimal("1e2000000000")).code()).isEqualTo(NOT_A_NUMBER);
    assertThat(error("year", BigInteger.TEN.pow(400)).code()).isEqualTo(NOT_A_NUMBER);
    assertThat(error("year", true))
        .isEqualTo(FieldIssue.of("year", WRONG_TYPE, "boolean", "1980 .. 2026"));
    assertThat(error("year", List.of(2015)).arguments()).startsWith("list");
    assertThat(error("year", Map.of("value", 2015)).arguments()).startsWith("object");
    assertThat(error("year", new int[] {2015}).arguments()).startsWith("list");
  }

  @Test
  void takesARangeOnlyWhereTheFeatureHasRanges() {
    assertThat(error("year", "2010 - 2015").code()).isEqualTo(NOT_A_NUMBER);
    assertThat(CARS.read(with("mileage_km", "0 - 4 999")).row().number(3)).isEqualTo(2_500);
    assertThat(NOTES.read(Map.of("score", "0 - 0,5")).row().number(2)).isEqualTo(0.25);
  }

  @Test
  void readsNegativeZeroAsZero() {
    assertThat(NOTES.read(Map.of("score", -0.0)).row())
        .isEqualTo(NOTES.read(Map.of("score", 0)).row());
  }

  @Test
  void warnsOutsideTheTrainingRange() {
    RowReading reading = CARS.read(with("year", "2020"));

    assertThat(reading.isUsable()).isTrue();
    assertThat(reading.warnings())
        .containsExactly(FieldIssue.of("year", OUTSIDE_TRAINING_RANGE, "2020", "2012", "2019"));
    assertThat(reading.warnings().getFirst().message())
        .isEqualTo("year 2020 is outside the training data, which has 2012 .. 2019");
  }

  @Test
  void acceptsAnUnseenValueOfAnOpenListWithAWarning() {
    RowReading reading = CARS.read(with("brand", "Tesla"));

    assertThat(reading.row().string(0)).isEqualTo("Tesla");
    assertThat(reading.warnings()).containsExactly(FieldIssue.of("brand", UNSEEN_VALUE, "Tesla"));
  }

  @Test
  void warnsOfAModelOfAnotherMake() {
    RowReading reading = CARS.read(with("model", "Clio"));

    assertThat(reading.isUsable()).isTrue();
    assertThat(reading.warnings())
        .containsExactly(FieldIssue.of("model", UNSEEN_COMBINATION, "Clio", "brand", "Dacia"));
  }

  @Test
  void refusesAModelOfAnotherMakeWhereTheListIsClosed() {
    FeatureSchema closed =
        new FeatureSchema(
            List.of(
                list("make", List.of("A", "B"), null, Map.of()),
                list(
                    "type",
                    List.of("a1", "b1"),
                    "make",
                    Map.of("A", List.of("a1"), "B", List.of("b1")))),
            CARS.target());

    RowReading reading = closed.read(Map.of("make", "A", "type", "b1"));

    assertThat(reading.errors()).containsExactly(FieldIssue.of("type", NOT_IN_LIST, "b1", "a1"));
    assertThat(reading.row().isMissing(1)).isTrue();
  }

  @Test
  void refusesAValueOutsideAClosedList() {
    assertThat(error("gearbox", "CVT"))
        .isEqualTo(FieldIssue.of("gearbox", NOT_IN_LIST, "CVT", "Manuelle, Automatique"));
  }

  @Test
  void takesANumberForTheTextOfACategory() {
    FeatureSchema schema =
        new FeatureSchema(List.of(list("power", List.of("6", "7"), null, Map.of())), CARS.target());

    assertThat(schema.read(Map.of("power", 6)).row().string(0)).isEqualTo("6");
    assertThat(schema.read(Map.of("power", 6.0)).row().string(0)).isEqualTo("6");
    assertThat(schema.read(Map.of("power", true)).errors())
        .extracting(FieldIssue::code)
        .containsExactly(WRONG_TYPE);
  }

  @Test
  void prefersTheExactCaseOfACategory() {
    FeatureSchema schema =
        new FeatureSchema(
            List.of(list("brand", List.of("Mini", "mini"), null, Map.of())), CARS.target());

    assertThat(schema.read(Map.of("brand", "mini")).row().string(0)).isEqualTo("mini");
    assertThat(schema.read(Map.of("brand", "MINI")).row().string(0)).isEqualTo("Mini");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "Oui", "YES", "vrai", "1"})
  void readsYes(String word) {
    assertThat(CARS.read(with("first_hand", word)).row().flag(5)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "Non", "NO", "faux", "0"})
  void readsNo(String word) {
    assertThat(CARS.read(with("first_hand", word)).row().flag(5)).isFalse();
  }

  @Test
  void refusesWhatIsNeitherYesNorNo() {
    assertThat(error("first_hand", "peut-être"))
        .isEqualTo(FieldIssue.of("first_hand", NOT_A_BOOLEAN, "peut-être", "true, false"));
    assertThat(error("first_hand", 2).code()).isEqualTo(NOT_A_BOOLEAN);
  }

  @Test
  void readsTextsAndDays() {
    Row row = NOTES.read(Map.of("note", " like new ", "sold", "2024-02-29")).row();

    assertThat(row.string(0)).isEqualTo("like new");
    assertThat(row.date(1)).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(row.display(1)).isEqualTo("2024-02-29");
  }

  @Test
  void refusesLongTextsAndDaysThatAreNone() {
    List<FieldIssue> errors =
        NOTES.read(Map.of("note", "x".repeat(11), "sold", "2023-02-29")).errors();

    assertThat(errors)
        .containsExactly(
            FieldIssue.of("note", TOO_LONG, "11", "1 .. 10 characters"),
            FieldIssue.of(
                "sold", NOT_A_DATE, "2023-02-29", "yyyy-MM-dd, 2000-01-01 .. 2030-12-31"));
    assertThat(NOTES.read(Map.of("sold", "1999-12-31")).errors())
        .extracting(FieldIssue::code)
        .containsExactly(OUT_OF_RANGE);
    assertThat(NOTES.read(Map.of("note", 5)).errors())
        .extracting(FieldIssue::code)
        .containsExactly(WRONG_TYPE);
  }

  @Test
  void doesNotRepeatLongOrControlTextsInMessages() {
    String given = error("year", "20\n15\u0007" + "x".repeat(500)).arguments().getFirst();

    assertThat(given).hasSize(61).startsWith("20 15 xxx").endsWith("\u2026");
  }

  @Test
  void reportsTwentyUnknownFieldsAtMost() {
    Map<String, Object> raw = new HashMap<>();
    for (int i = 0; i < 100_000; i++) {
      raw.put("field" + i, i);
    }

    assertThat(CARS.read(raw).errors())
        .filteredOn(issue -> issue.code() == UNKNOWN_FIELD)
        .hasSize(20);
  }

  @Test
  void givesTheRowBackFromItsOwnValues() {
    for (Row row : CarFixtures.rows()) {
      assertThat(CARS.read(CARS.values(row)).row()).isEqualTo(row);
    }
  }

  @Test
  void aMissingValueCannotBeAskedFor() {
    Row row = NOTES.read(Map.of()).row();

    assertThatThrownBy(() -> row.number(2)).isInstanceOf(IllegalStateException.class);
    assertThat(row.value(2)).isEmpty();
    assertThat(row.display(2)).isEmpty();
  }

  /** Whatever comes in, reading answers with issues and a usable row holds only valid values. */
  @Test
  void survivesAnyInput() {
    Random random = new Random(7);
    Object[] values = {
      null,
      "",
      " ",
      "--",
      "Dacia",
      "\u00a0",
      "1e999",
      -1,
      2015,
      2015L,
      2015.0f,
      1e308,
      Double.NaN,
      true,
      List.of(),
      Map.of(),
      new Object[0],
      new StringBuilder("2015"),
      LocalDate.MAX,
      'c',
      new BigDecimal("1e-400"),
      "\ud800",
      "\u0000",
      "120 000",
      "0 - 4 999",
      Row.MISSING
    };
    List<String> names =
        List.of(
            "brand",
            "Marque",
            "model",
            "year",
            "mileage_km",
            "gearbox",
            "first_hand",
            "Prix",
            "x",
            "");
    for (int round = 0; round < 20_000; round++) {
      Map<String, Object> raw = new LinkedHashMap<>();
      for (String name : names) {
        if (random.nextBoolean()) {
          raw.put(random.nextInt(50) == 0 ? null : name, values[random.nextInt(values.length)]);
        }
      }
      RowReading reading = CARS.read(raw);

      assertThat(reading.errors())
          .allMatch(issue -> issue.code().isError() && !issue.message().isBlank());
      assertThat(reading.warnings()).noneMatch(issue -> issue.code().isError());
      if (reading.isUsable()) {
        assertThat(CARS.read(CARS.values(reading.row())).row()).isEqualTo(reading.row());
        assertThat(reading.row().number(2)).isBetween(1980.0, 2026.0);
      }
    }
  }

  private static CategoricalFeature list(
      String name, List<String> values, String parent, Map<String, List<String>> byParent) {
    return new CategoricalFeature(
        name, new Label(name, name), null, true, values, false, parent, byParent, null);
  }

  private static Map<String, Object> with(String field, Object value) {
    Map<String, Object> raw = CarFixtures.logan();
    raw.put(field, value);
    return raw;
  }

  private static FieldIssue error(String field, Object value) {
    List<FieldIssue> errors = CARS.read(with(field, value)).errors();
    assertThat(errors).hasSize(1);
    return errors.getFirst();
  }
}
