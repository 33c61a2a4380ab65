package io.drivetrain.pipeline.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.drivetrain.pipeline.engine.catalog.DefinitionReading.Accepted;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import io.drivetrain.pipeline.engine.definition.StepKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reader accepts the schema accepts, and what a schema can refuse both refuse. */
class DefinitionSchemaTest {
  private static final String GOOD =
      """
      id: cars
      label: Cars
      description: All of them
      schedule:
        cron: "0 30 6 ? * MON"
        timeZone: Africa/Casablanca
        catchUp: all
        catchUpLimit: 5
      concurrency: replace
      deadline: PT2H
      notifications:
        - target: ops
          on: [failed, timed_out]
      parameters:
        - name: train.trees
          type: integer
          default: 500
          min: 1
          max: 5000
          description: How many
      training:
        trees: 500
        shrinkage: 0.1
        names: {a: [x]}
      gates:
        - {type: floor, min: 0.7}
        - {type: champion}
      steps:
        - id: train_model
          kind: train
          retries: 5
          backoff: PT10S
        - id: send_report
          kind: report
          always: true
          needs: [train_model]
          timeout: PT5M
      """;

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final List<StepKind> KINDS = List.of(new Train(), () -> "report");

  private final DefinitionReader reader = new DefinitionReader(KINDS);
  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(DefinitionSchema.of(KINDS));

  record Training(int trees, double shrinkage, Map<String, List<String>> names) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Floor.class, name = "floor"),
    @JsonSubTypes.Type(value = Champion.class, name = "champion")
  })
  sealed interface Gate {}

  record Floor(double min) implements Gate {}

  record Champion(Double margin) implements Gate {}

  private static final class Train implements StepKind {
    @Override
    public String kind() {
      return "train";
    }

    @Override
    public Set<DefinitionSection<?>> sections() {
      return Set.of(
          DefinitionSection.of("training", Training.class),
          DefinitionSection.listOf("gates", Gate.class));
    }
  }

  @Test
  void bothAcceptADefinitionThatUsesEveryKey() throws JsonProcessingException {
    assertThat(readerAccepts(GOOD)).isTrue();
    assertThat(schema.validate(YAML.readTree(GOOD))).isEmpty();
  }

  @Test
  void bothAcceptAScheduleAsAText() throws JsonProcessingException {
    String text = GOOD.replaceFirst("(?s)schedule:.*?parameters", "schedule: '@daily'\nparameters");

    assertThat(readerAccepts(text)).isTrue();
    assertThat(schemaAccepts(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "label: Cars -> lable: Cars",
        "label: Cars -> label: [Cars]",
        "id: cars -> description2: cars",
        "cron: -> corn:",
        "catchUp: all -> catchUp: some",
        "catchUpLimit: 5 -> catchUpLimit: five",
        "type: integer -> type: whole",
        "name: train.trees -> title: train.trees",
        "min: 1 -> min: one",
        "retries: 5 -> retries: 2.5",
        "retries: 5 -> retry: 5",
        "always: true -> always: 'true'",
        "always: true -> always: 1",
        "kind: train -> kind: tarin",
        "id: send_report -> label: send_report",
        "trees: 500 -> trees: many",
        "trees: 500 -> tree: 500",
        "shrinkage: 0.1 -> shrinkage: small",
        "names: {a: [x]} -> names: {a: x}",
        "type: floor -> type: ceiling",
        "{type: floor, min: 0.7} -> {type: floor}",
        "{type: floor, min: 0.7} -> {min: 0.7}",
        "{type: champion} -> {type: champion, min: 1}",
        "gates: -> gate:",
        "concurrency: replace -> concurrency: twice",
        "on: [failed, timed_out] -> on: [broken]",
        "target: ops -> to: ops",
        "needs: [train_model] -> needs: train_model",
        "needs: [train_model] -> needs: [~]",
        "needs: [train_model] -> need: [train_model]",
        "{type: champion} -> ~",
        "training: -> train:"
      })
  void bothRefuse(String change) throws JsonProcessingException {
    String[] parts = change.split(" -> ");
    String text = GOOD.replace(parts[0], parts[1]);

    assertThat(text).isNotEqualTo(GOOD);
    assertThat(readerAccepts(text)).isFalse();
    assertThat(schemaAccepts(text)).isFalse();
  }

  @Test
  void offersEveryKeyThatTheReaderKnows() {
    ObjectNode made = DefinitionSchema.of(KINDS);

    assertThat(made.get("properties").fieldNames())
        .toIterable()
        .containsAll(DefinitionOutline.KEYS)
        .contains("training", "gates");
    assertThat(made.at("/properties/steps/items/properties/kind/enum"))
        .extracting(JsonNode::asText)
        .containsExactly("report", "train");
  }

  private boolean readerAccepts(String text) {
    return reader.read("cars.yaml", text) instanceof Accepted;
  }

  private boolean schemaAccepts(String text) throws JsonProcessingException {
    return schema.validate(YAML.readTree(text)).isEmpty();
  }
}
