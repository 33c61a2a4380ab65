package io.drivetrain.registry.client.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drivetrain.registry.client.http.JsonFields;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.model.ModelReader;
import io.drivetrain.registry.client.model.ModelVersion;
import io.drivetrain.registry.client.model.ModelVersionStatus;
import io.drivetrain.registry.client.model.RegisteredModel;
import io.drivetrain.registry.client.redis.PointerCache;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that a model's name, its stages and its aliases point to.
 *
 * @param wire as it goes to Redis: the answer of registered-models/get, and in {@code
 *     aliased_versions} the versions that have an alias but are not the latest of their stage
 */
record ModelPointer(RegisteredModel model, List<ModelVersion> aliased, String wire) {
  static final PointerCache.Format<ModelPointer> FORMAT =
      new PointerCache.Format<>() {
        @Override
        public String write(ModelPointer pointer) {
          return pointer.wire();
        }

        @Override
        public Optional<ModelPointer> read(String text) {
          return parse(text);
        }
      };

  private static final String ALIASED = "aliased_versions";
  private static final ObjectMapper JSON = new ObjectMapper();

  static ModelPointer of(JsonNode registeredModel, List<JsonNode> aliasedVersions) {
    ObjectNode wire = registeredModel.deepCopy();
    wire.putArray(ALIASED).addAll(aliasedVersions);
    return read(wire);
  }

  Optional<ModelVersion> version(String version) {
    return Stream.concat(model.latestVersions().stream(), aliased.stream())
        .filter(candidate -> candidate.version().equals(version))
        .findFirst();
  }

  Optional<ModelVersion> alias(String alias) {
    return Optional.ofNullable(model.aliases().get(alias)).flatMap(this::version);
  }

  Optional<ModelVersion> latestReady() {
    return model.latestVersions().stream()
        .filter(version -> version.status() == ModelVersionStatus.READY)
        .max(Comparator.comparingLong(ModelVersion::number));
  }

  private static Optional<ModelPointer> parse(String text) {
    try {
      return Optional.of(read(JSON.readTree(text)));
    } catch (JsonProcessingException | RegistryClientException foreign) {
      return Optional.empty();
    }
  }

  private static ModelPointer read(JsonNode wire) {
    return new ModelPointer(
        ModelReader.registeredModel(wire),
        JsonFields.list(wire, ALIASED, ModelReader::modelVersion),
        wire.toString());
  }
}
