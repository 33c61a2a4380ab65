package io.drivetrain.registry.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads MLflow's JSON. Absent fields and empty lists are left out by servers; an int64 may be a
 * number or a string, a double may be {@code "NaN"}, {@code "Infinity"} or a numeric string.
 */
final class WireReader {
  private WireReader() {}

  static Experiment experiment(JsonNode node) {
    return new Experiment(
        required(node, "experiment_id"),
        text(node, "name"),
        text(node, "artifact_location"),
        isDeleted(node),
        instant(node, "creation_time"),
        instant(node, "last_update_time"),
        pairs(node, "tags", "key", "value"));
  }

  static Run run(JsonNode node) {
    JsonNode info = node.path("info");
    JsonNode data = node.path("data");
    return new Run(
        required(info, "run_id"),
        text(info, "run_name"),
        text(info, "experiment_id"),
        constant(RunStatus.class, required(info, "status")),
        instant(info, "start_time"),
        info.hasNonNull("end_time") ? Optional.of(instant(info, "end_time")) : Optional.empty(),
        text(info, "artifact_uri"),
        isDeleted(info),
        list(data, "metrics", WireReader::metric),
        pairs(data, "params", "key", "value"),
        pairs(data, "tags", "key", "value"),
        runInputs(node.path("inputs")),
        list(node.path("outputs"), "model_outputs", WireReader::modelOutput));
  }

  static RegisteredModel registeredModel(JsonNode node) {
    Map<String, String> aliases = pairs(node, "aliases", "alias", "version");
    return new RegisteredModel(
        required(node, "name"),
        text(node, "description"),
        instant(node, "creation_timestamp"),
        instant(node, "last_updated_timestamp"),
        pairs(node, "tags", "key", "value"),
        aliases,
        list(node, "latest_versions", version -> modelVersion(version, aliases)));
  }

  static ModelVersion modelVersion(JsonNode node) {
    return modelVersion(node, Map.of());
  }

  static List<ArtifactFile> artifactFiles(JsonNode node) {
    return list(node, "files", WireReader::artifactFile);
  }

  static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> element) {
    List<T> elements = new ArrayList<>();
    node.path(field).forEach(child -> elements.add(element.apply(child)));
    return elements;
  }

  /** Of an answer in pages; empty on the last one. */
  static Optional<String> nextPageToken(JsonNode answer) {
    return Optional.of(text(answer, "next_page_token")).filter(token -> !token.isEmpty());
  }

  static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  /** A version inside its registered model carries no aliases: the model lists them. */
  private static ModelVersion modelVersion(JsonNode node, Map<String, String> modelAliases) {
    String version = versionNumber(node);
    List<String> aliases = list(node, "aliases", JsonNode::asText);
    modelAliases.forEach((alias, holder) -> {
      if (holder.equals(version) && !aliases.contains(alias)) {
        aliases.add(alias);
      }
    });
    return new ModelVersion(
        required(node, "name"),
        version,
        stage(node),
        node.hasNonNull("status")
            ? constant(ModelVersionStatus.class, text(node, "status"))
            : ModelVersionStatus.READY,
        text(node, "source"),
        text(node, "run_id"),
        text(node, "description"),
        aliases,
        pairs(node, "tags", "key", "value"),
        instant(node, "creation_timestamp"),
        instant(node, "last_updated_timestamp"));
  }

  private static String versionNumber(JsonNode node) {
    long number = whole(node, "version");
    if (number < 1) {
      throw unreadable("version", node, null);
    }
    return Long.toString(number);
  }

  private static Stage stage(JsonNode node) {
    try {
      return node.hasNonNull("current_stage")
          ? Stage.ofWire(text(node, "current_stage"))
          : Stage.NONE;
    } catch (IllegalArgumentException unknown) {
      throw unreadable("current_stage", node, unknown);
    }
  }

  static Metric metric(JsonNode node) {
    return new Metric(
        required(node, "key"),
        real(node, "value"),
        instant(node, "timestamp"),
        whole(node, "step"));
  }

  private static RunInputs runInputs(JsonNode node) {
    return new RunInputs(
        list(node, "dataset_inputs", WireReader::datasetInput),
        list(node, "model_inputs", input -> required(input, "model_id")));
  }

  private static DatasetInput datasetInput(JsonNode node) {
    JsonNode dataset = node.path("dataset");
    return new DatasetInput(
        new Dataset(
            required(dataset, "name"),
            required(dataset, "digest"),
            text(dataset, "source_type"),
            text(dataset, "source"),
            text(dataset, "schema"),
            text(dataset, "profile")),
        pairs(node, "tags", "key", "value"));
  }

  static DatasetSummary datasetSummary(JsonNode node) {
    return new DatasetSummary(
        required(node, "experiment_id"),
        required(node, "name"),
        required(node, "digest"),
        text(node, "context"));
  }

  private static ModelOutput modelOutput(JsonNode node) {
    return new ModelOutput(required(node, "model_id"), whole(node, "step"));
  }

  private static ArtifactFile artifactFile(JsonNode node) {
    return new ArtifactFile(
        required(node, "path"), node.path("is_dir").asBoolean(), whole(node, "file_size"));
  }

  private static boolean isDeleted(JsonNode node) {
    return "deleted".equals(text(node, "lifecycle_stage"));
  }

  static Map<String, String> pairs(JsonNode node, String field, String key, String value) {
    Map<String, String> pairs = new LinkedHashMap<>();
    node.path(field).forEach(pair -> pairs.put(required(pair, key), text(pair, value)));
    return pairs;
  }

  static Instant instant(JsonNode node, String field) {
    return Instant.ofEpochMilli(whole(node, field));
  }

  private static long whole(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return 0;
    }
    try {
      return value.isNumber() ? value.longValue() : Long.parseLong(value.asText());
    } catch (NumberFormatException malformed) {
      throw unreadable(field, value, malformed);
    }
  }

  private static double real(JsonNode node, String field) {
    JsonNode value = node.path(field);
    try {
      return value.isNumber() ? value.doubleValue() : Double.parseDouble(value.asText());
    } catch (NumberFormatException malformed) {
      throw unreadable(field, value, malformed);
    }
  }

  static String required(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isValueNode() || value.isNull()) {
      throw unreadable(field, node, null);
    }
    return value.asText();
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name) {
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException unknown) {
      throw RegistryClientException.unreadable(
          "an unknown %s '%s'".formatted(type.getSimpleName(), name), unknown);
    }
  }

  static RegistryClientException unreadable(String field, JsonNode node, RuntimeException cause) {
    return RegistryClientException.unreadable(
        "field '%s' in %s".formatted(field, abbreviate(node.toString())), cause);
  }

  private static String abbreviate(String json) {
    return json.length() > 120 ? json.substring(0, 120) + "..." : json;
  }
}
