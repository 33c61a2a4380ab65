package io.drivetrain.registry.client.source;

import io.drivetrain.registry.client.model.Stage;
import java.util.Optional;

/**
 * Address of a model: {@code models:/Name/3}, {@code models:/Name/Production}, {@code
 * models:/Name@champion}, {@code models:/Name/latest}, {@code models:/m-<id>} or {@code runs:/<run
 * id>/model}.
 */
public sealed interface ModelUri {

  /** {@code models:/Name/3} */
  record OfVersion(String name, String version) implements ModelUri {
    @Override
    public String toString() {
      return "models:/" + name + "/" + version;
    }
  }

  /** {@code models:/Name/Production}: the highest version in that stage. */
  record OfStage(String name, Stage stage) implements ModelUri {
    @Override
    public String toString() {
      return "models:/" + name + "/" + stage.wireName();
    }
  }

  /** {@code models:/Name@champion} */
  record OfAlias(String name, String alias) implements ModelUri {
    @Override
    public String toString() {
      return "models:/" + name + "@" + alias;
    }
  }

  /** {@code models:/Name/latest}: the highest version that is ready. */
  record OfLatest(String name) implements ModelUri {
    @Override
    public String toString() {
      return "models:/" + name + "/latest";
    }
  }

  /** {@code models:/m-<id>}: a logged model of MLflow 3, registered or not. */
  record OfLoggedModel(String id) implements ModelUri {
    @Override
    public String toString() {
      return "models:/" + id;
    }
  }

  /** {@code runs:/<run id>/model}: files of a run, registered or not. */
  record OfRun(String runId, String path) implements ModelUri {
    @Override
    public String toString() {
      return "runs:/" + runId + "/" + path;
    }
  }

  /** The registered model that it names; empty for what may not be registered. */
  default Optional<String> modelName() {
    return switch (this) {
      case OfVersion(String name, String _) -> Optional.of(name);
      case OfStage(String name, Stage _) -> Optional.of(name);
      case OfAlias(String name, String _) -> Optional.of(name);
      case OfLatest(String name) -> Optional.of(name);
      case OfLoggedModel _ -> Optional.empty();
      case OfRun _ -> Optional.empty();
    };
  }

  /**
   * @throws IllegalArgumentException naming what is wrong with the text
   */
  static ModelUri parse(String text) {
    return ModelUriParser.parse(text);
  }
}
