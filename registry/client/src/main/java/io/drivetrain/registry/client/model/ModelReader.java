package io.drivetrain.registry.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.registry.client.http.JsonFields;
import java.util.List;
import java.util.Map;

/** Reads registered models and their versions from MLflow's JSON. */
public final class ModelReader {
  private ModelReader() {}

  public static RegisteredModel registeredModel(JsonNode node) {
    Map<String, String> aliases = JsonFields.pairs(node, "aliases", "alias", "version");
    return new RegisteredModel(
        JsonFields.required(node, "name"),
        JsonFields.text(node, "description"),
        JsonFields.instant(node, "creation_timestamp"),
        JsonFields.instant(node, "last_updated_timestamp"),
        JsonFields.pairs(node, "tags", "key", "value"),
        aliases,
        JsonFields.list(node, "latest_versions", version -> modelVersion(version, aliases)));
  }

  public static ModelVersion modelVersion(JsonNode node) {
    return modelVersion(node, Map.of());
  }

  /** A version inside its registered model carries no aliases: the model lists them. */
  private static ModelVersion modelVersion(JsonNode node, Map<String, String> modelAliases) {
    String version = versionNumber(node);
    List<String> aliases = JsonFields.list(node, "aliases", JsonNode::asText);
    modelAliases.forEach((alias, holder) -> {
      if (holder.equals(version) && !aliases.contains(alias)) {
        aliases.add(alias);
      }
    });
    return new ModelVersion(
        JsonFields.required(node, "name"),
        version,
        stage(node),
        node.hasNonNull("status")
            ? JsonFields.constant(ModelVersionStatus.class, JsonFields.text(node, "status"))
            : ModelVersionStatus.READY,
        JsonFields.text(node, "source"),
        JsonFields.text(node, "run_id"),
        JsonFields.text(node, "description"),
        aliases,
        JsonFields.pairs(node, "tags", "key", "value"),
        JsonFields.instant(node, "creation_timestamp"),
        JsonFields.instant(node, "last_updated_timestamp"));
  }

  private static String versionNumber(JsonNode node) {
    long number = JsonFields.whole(node, "version");
    if (number < 1) {
      throw JsonFields.unreadable("version", node, null);
    }
    return Long.toString(number);
  }

  private static Stage stage(JsonNode node) {
    try {
      return node.hasNonNull("current_stage")
          ? Stage.ofWire(JsonFields.text(node, "current_stage"))
          : Stage.NONE;
    } catch (IllegalArgumentException unknown) {
      throw JsonFields.unreadable("current_stage", node, unknown);
    }
  }
}
