package io.drivetrain.pipeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.drivetrain.pipeline.engine.Script;
import io.drivetrain.pipeline.engine.catalog.DefinitionSchema;
import io.drivetrain.pipeline.engine.definition.StepKind;
import io.quarkus.arc.All;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that stands beside the definitions, for editors. */
@AssembledTest
class DefinitionSchemaFileTest {
  private static final Path SHIPPED = Path.of("../definitions/pipeline.schema.json");
  private static final Path CURRENT = Path.of("target/pipeline.schema.json");
  private static final JsonMapper JSON = new JsonMapper();

  @Inject @All List<StepKind> kinds;

  @Test
  void isTheOneOfTheReader() throws IOException {
    JsonNode current =
        DefinitionSchema.of(kinds.stream().filter(kind -> !isOfTests(kind)).toList());
    current.findValues("enum").forEach(DefinitionSchemaFileTest::removeTrainersOfTests);
    Files.writeString(
        CURRENT, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(current).strip() + "\n");

    assertThat(JSON.readTree(SHIPPED.toFile()))
        .as("definitions accept other keys than %s says; copy %s over it", SHIPPED, CURRENT)
        .isEqualTo(current);
  }

  @ParameterizedTest
  @ValueSource(strings = {"car-price.yaml", "review-sentiment.yaml"})
  void acceptsTheDefinitionsThatAreShipped(String file) throws IOException {
    JsonNode schema = JSON.readTree(SHIPPED.toFile());

    assertThat(
            JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(schema)
                .validate(new YAMLMapper().readTree(Path.of("../definitions", file).toFile())))
        .isEmpty();
  }

  private static void removeTrainersOfTests(JsonNode names) {
    Iterator<JsonNode> all = names.elements();
    while (all.hasNext()) {
      if (all.next().asText().startsWith("test_")) {
        all.remove();
      }
    }
  }

  private static boolean isOfTests(StepKind kind) {
    return kind.getClass().getName().startsWith(Script.class.getName());
  }
}
