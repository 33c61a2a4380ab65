package io.drivetrain.models.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.drivetrain.models.CarFixtures;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureSchemaTest {

  private static final Label LABEL = new Label("Étiquette", "Label");
  private static final Target TARGET = new Target("price", LABEL, "MAD", "Prix");

  @Test
  void findsFeaturesByNameAndByHeader() {
    FeatureSchema schema = CarFixtures.schema();

    assertThat(schema.indexOf("mileage_km")).hasValue(3);
    assertThat(schema.indexOf("Kilométrage")).hasValue(3);
    assertThat(schema.indexOf("price")).isEmpty();
    assertThat(schema.indexOf("colour")).isEmpty();
    assertThat(schema.size()).isEqualTo(6);
  }

  @Test
  void learnsValuesPairsAndRangesFromRows() {
    FeatureSchema schema = CarFixtures.schema();

    assertThat(schema.feature(0))
        .extracting("values")
        .isEqualTo(List.of("Audi", "Dacia", "Renault"));
    assertThat(((CategoricalFeature) schema.feature(1)).valuesByParent())
        .isEqualTo(
            Map.of(
                "Audi",
                List.of("A4"),
                "Dacia",
                List.of("Duster", "Logan"),
                "Renault",
                List.of("Clio")));
    assertThat(schema.feature(2)).extracting("seenMin", "seenMax").containsExactly(2012.0, 2019.0);
  }

  @Test
  void keepsDeclaredValuesFirstWhenItSeesRows() {
    assertThat(CarFixtures.schema().feature(4))
        .extracting("values")
        .isEqualTo(List.of("Manuelle", "Automatique"));
  }

  @Test
  void acceptsEveryValueBeforeItSawRows() {
    RowReading reading = CarFixtures.declaredSchema().read(CarFixtures.logan());

    assertThat(reading.errors()).isEmpty();
    assertThat(reading.warnings()).isEmpty();
  }

  @Test
  void survivesJson() throws Exception {
    ObjectMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
    FeatureSchema schema =
        new FeatureSchema(
            List.of(
                CarFixtures.schema().feature(0),
                CarFixtures.schema().feature(1),
                number("age", 0, 99),
                new BooleanFeature("used", LABEL, null, false, true),
                new TextFeature("note", LABEL, null, false, 280),
                new DateFeature(
                    "sold", LABEL, null, false, LocalDate.EPOCH, LocalDate.of(2030, 1, 1))),
            TARGET,
            List.of("--", "n/a"));

    String text = json.writeValueAsString(schema);

    assertThat(json.readValue(text, FeatureSchema.class)).isEqualTo(schema);
    assertThat(json.readTree(text).at("/features/2/type").asText()).isEqualTo("numeric");
  }

  @Test
  void refusesTwoFieldsOfOneName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> schema(number("age", 0, 9), number("age", 0, 9)))
        .withMessageContaining("age");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> schema(new BooleanFeature("used", LABEL, "Prix", false, null)))
        .withMessageContaining("Prix");
  }

  @Test
  void refusesAParentThatIsNotThere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> schema(category("model", List.of(), "brand", Map.of())))
        .withMessage("feature model: its parent brand is no categorical feature of the schema");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> schema(number("brand", 0, 1), category("model", List.of(), "brand", Map.of())));
  }

  @Test
  void refusesParentsInACircle() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            schema(
                category("a", List.of(), "b", Map.of()), category("b", List.of(), "a", Map.of())))
        .withMessageContaining("circle");
  }

  @Test
  void refusesPairsWithAValueThatTheParentDoesNotHave() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            schema(
                category("brand", List.of("Audi"), null, Map.of()),
                category("model", List.of("A4"), "brand", Map.of("BMW", List.of("A4")))))
        .withMessageContaining("no value of brand");
  }

  @Test
  void refusesAnEmptySchema() {
    assertThatIllegalArgumentException().isThrownBy(FeatureSchemaTest::schema);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FeatureSchema(List.of(number("age", 0, 9)), null));
  }

  @Test
  void featuresRefuseWrongStates() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> number("Age", 0, 9))
        .withMessageContaining("Age");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> number("age", 9, 0))
        .withMessageContaining("min");
    assertThatIllegalArgumentException().isThrownBy(() -> number("age", 0, Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NumericFeature("age", LABEL, null, true, "", true, false, 0, 9, 10.0))
        .withMessageContaining("default");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new NumericFeature("age", LABEL, null, true, "", true, false, 0, 9, 0, 10, null))
        .withMessageContaining("seen");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> category("a", List.of("x", "x"), null, Map.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> category("a", List.of(" x"), null, Map.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> category("a", List.of(""), null, Map.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> category("a", List.of("x"), null, Map.of("p", List.of("x"))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> category("a", List.of("x"), "b", Map.of("p", List.of("y"))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TextFeature("t", LABEL, null, false, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DateFeature("d", LABEL, null, false, LocalDate.MAX, LocalDate.MIN));
    assertThatIllegalArgumentException().isThrownBy(() -> new Label("x", " "));
  }

  @Test
  void labelsSpeakFrenchAndEnglish() {
    assertThat(LABEL.in(Locale.CANADA_FRENCH)).isEqualTo("Étiquette");
    assertThat(LABEL.in(Locale.ENGLISH)).isEqualTo("Label");
    assertThat(LABEL.in(Locale.GERMAN)).isEqualTo("Label");
  }

  @Test
  void targetReadsItsCells() {
    assertThat(TARGET.parse("60 000")).hasValue(60_000);
    assertThat(TARGET.parse(60_000)).hasValue(60_000);
    assertThat(TARGET.parse("sur demande")).isEmpty();
    assertThat(TARGET.parse(null)).isEmpty();
    assertThat(TARGET.parse(Double.NaN)).isEmpty();
  }

  @Test
  void longListsAreCutInMessages() {
    List<String> values = java.util.stream.IntStream.range(10, 30).mapToObj(i -> "v" + i).toList();

    assertThat(category("a", values, null, Map.of()).accepted())
        .isEqualTo("v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, \u2026 (20)");
  }

  private static FeatureSchema schema(Feature... features) {
    return new FeatureSchema(List.of(features), TARGET);
  }

  private static NumericFeature number(String name, double min, double max) {
    return new NumericFeature(name, LABEL, null, true, "", true, false, min, max, null);
  }

  private static CategoricalFeature category(
      String name, List<String> values, String parent, Map<String, List<String>> byParent) {
    return new CategoricalFeature(name, LABEL, null, true, values, true, parent, byParent, null);
  }
}
