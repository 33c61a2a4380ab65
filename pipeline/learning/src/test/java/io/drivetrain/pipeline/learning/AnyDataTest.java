package io.drivetrain.pipeline.learning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.pipeline.engine.catalog.DefinitionReading;
import io.drivetrain.pipeline.engine.catalog.Definitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Another definition on other data needs no change of code. */
class AnyDataTest {
  @RegisterExtension private final RentPipeline pipeline = new RentPipeline();

  @Test
  void learnsRentsFromABooleanADateAndACategory() {
    pipeline.data(Rents.csv(600, 5)).start().runUntil("send_pipeline_report");

    var record = pipeline.registry().onlyRun();
    JsonNode schema =
        pipeline.registry().json(pipeline.registry().onlyLoggedModel(), "schema.json");
    assertThat(schema.path("features"))
        .extracting(feature -> feature.path("type").asText())
        .containsExactly("categorical", "numeric", "boolean", "date");
    assertThat(record.metrics().get("test_r2")).isGreaterThan(0.8);
    assertThat(record.metrics().get("interval_coverage")).isBetween(0.7, 0.9);
    assertThat(pipeline.registry().champion()).isEqualTo("1");
  }

  @Test
  void acceptsTheDefinitionOfTheCarPrices() throws IOException {
    String text = Files.readString(Path.of("../definitions/car-price.yaml"));

    DefinitionReading reading = Definitions.reading(text, pipeline.steps());

    assertThat(reading).isInstanceOf(DefinitionReading.Accepted.class);
  }
}
