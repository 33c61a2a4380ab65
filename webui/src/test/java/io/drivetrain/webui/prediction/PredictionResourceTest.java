package io.drivetrain.webui.prediction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.registry.client.memory.InMemoryRegistry;
import io.drivetrain.webui.ServiceDoublesResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class PredictionResourceTest {
  private static final String PROBLEM = "application/problem+json";
  private static final ModelBundle CARS = PredictionFixtures.carBundle();

  @Inject ProductionModel production;
  InMemoryRegistry registry;

  @BeforeEach
  void serveCars() {
    String version = registry.promote(PredictionFixtures.cars());
    await().until(() -> production.model().filter(m -> m.version().equals(version)).isPresent());
  }

  @Test
  void objectBringsAnObject() {
    Prediction.Value expected =
        CARS.predict(CARS.schema().read(PredictionFixtures.logan())).asValue();

    predict(PredictionFixtures.logan())
        .statusCode(200)
        .contentType(ContentType.JSON)
        .body("id", matchesPattern("[0-9a-f-]{36}"))
        .body("model", is("car_price_predictor"))
        .body("version", is(production.model().orElseThrow().version()))
        .body("stage", is("Production"))
        .body("prediction.value", is(expected.value()))
        .body("prediction.unit", is("MAD"))
        .body("prediction.interval.low", is(expected.interval().low()))
        .body("prediction.interval.high", is(expected.interval().high()))
        .body("prediction.interval.coverage", is(0.9))
        .body("prediction.warnings", empty());
  }

  @Test
  void arrayBringsAnArrayInTheSameOrder() {
    Map<String, Object> newer = with("year", 2019);

    ValidatableResponse answer = predict(List.of(newer, PredictionFixtures.logan()));

    double first = CARS.predict(CARS.schema().read(newer)).asValue().value();
    double second = CARS.predict(CARS.schema().read(PredictionFixtures.logan())).asValue().value();
    answer
        .statusCode(200)
        .body("", hasSize(2))
        .body("[0].prediction.value", is(first))
        .body("[1].prediction.value", is(second));
  }

  @Test
  void aModelOfClassesBringsTheClassAndItsProbabilities() {
    String version = registry.promote(PredictionFixtures.reviews());
    await().until(() -> production.model().filter(m -> m.version().equals(version)).isPresent());
    ModelBundle reviews = PredictionFixtures.reviewBundle();
    Map<String, Object> row = Map.of("text", "great work");
    double[] expected = reviews.predict(reviews.schema().read(row)).numbers();

    predict(row)
        .statusCode(200)
        .body("class", is("positive"))
        .body("version", is(version))
        .body("probabilities.negative", is(expected[0]))
        .body("probabilities.neutral", is(expected[1]))
        .body("probabilities.positive", is(expected[2]))
        .body("warnings", empty());
    assertThat(expected[0] + expected[1] + expected[2]).isCloseTo(1, within(1e-12));
  }

  @Test
  void emptyArrayBringsAnEmptyArray() {
    predict(List.of()).statusCode(200).body("", empty());
  }

  @Test
  void headersOfTheTrainingDataAreAccepted() {
    Map<String, Object> row = new HashMap<>(PredictionFixtures.logan());
    row.put("Marque", row.remove("brand"));
    row.put("Kilométrage", row.remove("mileage_km"));

    predict(row).statusCode(200).body("prediction.unit", is("MAD"));
  }

  @Test
  void rareValuesAreAnsweredWithAWarning() {
    predict(with("model", "Sandero"))
        .statusCode(200)
        .body("prediction.warnings", hasSize(1))
        .body("prediction.warnings[0].field", is("model"))
        .body("prediction.warnings[0].code", is("UNSEEN_VALUE"))
        .body("prediction.warnings[0].message", containsString("Sandero"));
  }

  @Test
  void aValueIsFoundByItsBeginningAndTheWarningSaysSo() {
    double expected =
        CARS.predict(CARS.schema().read(PredictionFixtures.logan())).asValue().value();

    predict(with("brand", "dac"))
        .statusCode(200)
        .body("prediction.value", is(expected))
        .body("prediction.warnings", hasSize(1))
        .body("prediction.warnings[0].code", is("READ_AS"))
        .body("prediction.warnings[0].message", is("brand \"dac\" was read as \"Dacia\""));
  }

  @Test
  void aValueThatMayBeMistypedIsAskedForUnlessFreeTextIsWanted() {
    predict(with("model", "Logann"))
        .statusCode(422)
        .body("errors[0].code", is("AMBIGUOUS_VALUE"))
        .body("errors[0].message", containsString("did you mean Logan?"));

    given()
        .contentType(ContentType.JSON)
        .body(with("model", "Logann"))
        .post("/predict?freeText=true")
        .then()
        .statusCode(200)
        .body("prediction.warnings[0].code", is("UNSEEN_VALUE"));
  }

  @Test
  void everyWrongFieldIsNamed() {
    Map<String, Object> row = with("year", "new");
    row.put("mileage_km", -1);
    row.put("colour", "red");
    row.remove("fuel");

    predict(row)
        .statusCode(422)
        .contentType(PROBLEM)
        .body("status", is(422))
        .body("detail", is("4 fields are wrong."))
        .body("errors.field", equalTo(List.of("year", "mileage_km", "fuel", "colour")))
        .body(
            "errors.code",
            equalTo(List.of("NOT_A_NUMBER", "OUT_OF_RANGE", "REQUIRED", "UNKNOWN_FIELD")))
        .body("errors[0].row", nullValue());
  }

  @Test
  void wrongFieldsOfAnArrayCarryTheirRow() {
    List<Map<String, Object>> rows =
        List.of(PredictionFixtures.logan(), with("year", null), with("fuel", "Eau"));

    predict(rows)
        .statusCode(422)
        .body("errors.row", equalTo(List.of(1, 2)))
        .body("errors.field", equalTo(List.of("year", "fuel")));
  }

  @Test
  void nestedValueIsRefusedByName() {
    predict(with("year", Map.of("value", 2015)))
        .statusCode(422)
        .body("errors.field", equalTo(List.of("year")))
        .body("errors.code", equalTo(List.of("WRONG_TYPE")));
  }

  @Test
  void malformedJsonIsRefusedWithItsPlace() {
    body("{\n \"brand\": Dacia}")
        .statusCode(400)
        .contentType(PROBLEM)
        .body("detail", containsString("line 2, column "));
  }

  @Test
  void otherContentTypesAreRefused() {
    given()
        .contentType("text/csv")
        .body("brand\nDacia")
        .post("/predict")
        .then()
        .statusCode(415)
        .contentType(PROBLEM);
  }

  @Test
  void tooManyRowsAreRefused() {
    List<Map<String, Object>> rows =
        Stream.generate(PredictionFixtures::logan).limit(1_001).toList();

    predict(rows).statusCode(413).contentType(PROBLEM);
  }

  @Test
  void tooLargeBodyIsRefused() {
    body(" ".repeat(3_000_000)).statusCode(413);
  }

  @Test
  void withoutAModelTheAnswerSaysHowToGetOne() {
    registry.withdraw();
    await().until(() -> production.model().isEmpty());

    predict(PredictionFixtures.logan())
        .statusCode(503)
        .contentType(PROBLEM)
        .body("detail", containsString("No model is in production yet: trigger the pipeline"));
  }

  @Test
  void documentHasTheFieldsAndTheExampleOfTheModel() {
    String document =
        given()
            .accept("application/json")
            .get("/openapi")
            .then()
            .statusCode(200)
            .extract()
            .asString();

    Map<String, Object> example =
        JsonPath.from(document)
            .getMap(
                "paths.'/predict'.post.requestBody.content.'application/json'.examples.row.value");
    List<String> required =
        JsonPath.from(document).getList("components.schemas.PredictionRow.required");
    assertThat(example).isEqualTo(PredictionFixtures.logan());
    assertThat(required).containsExactlyElementsOf(PredictionFixtures.logan().keySet());
  }

  private static Map<String, Object> with(String field, Object value) {
    Map<String, Object> row = new HashMap<>(PredictionFixtures.logan());
    row.put(field, value);
    return row;
  }

  private static ValidatableResponse predict(Object rows) {
    return given()
        .config(
            RestAssured.config()
                .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE)))
        .contentType(ContentType.JSON)
        .body(rows)
        .post("/predict")
        .then();
  }

  private static ValidatableResponse body(String body) {
    return given().contentType(ContentType.JSON).body(body).post("/predict").then();
  }
}
