package io.drivetrain.registry.model;

import io.drivetrain.registry.loggedmodel.LoggedModel;
import io.drivetrain.registry.loggedmodel.LoggedModelService;
import io.drivetrain.registry.protocol.ArtifactUri;
import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.run.RunService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds where the files are that a new version is made of. */
@ApplicationScoped
class ModelSource {
  private static final Pattern VERSION = Pattern.compile("models:/([^/]+)/(\\d{1,9})");
  private static final Pattern LOGGED_MODEL = Pattern.compile("models:/(m-[0-9a-f]{32})");
  private static final Pattern RUN = Pattern.compile("runs:/([0-9a-f]{32})/(.+)");

  private final RegisteredModelRepository models;
  private final ModelVersionRepository versions;
  private final RunService runs;
  private final LoggedModelService loggedModels;

  ModelSource(
      RegisteredModelRepository models,
      ModelVersionRepository versions,
      RunService runs,
      LoggedModelService loggedModels) {
    this.models = models;
    this.versions = versions;
    this.runs = runs;
    this.loggedModels = loggedModels;
  }

  /** The logged model that a source names, {@code models:/m-...}. */
  Optional<LoggedModel.Info> loggedModel(String source) {
    var model = LOGGED_MODEL.matcher(source);
    return model.matches()
        ? Optional.of(loggedModels.get(model.group(1), false).info())
        : Optional.empty();
  }

  /**
   * The place itself: {@code models:/Name/3} is where that version's files are, {@code
   * runs:/<id>/model} a folder of that run's files. What names a file of this machine is refused.
   */
  String storageLocation(String source) {
    var loggedModel = loggedModel(source);
    if (loggedModel.isPresent()) {
      return loggedModel.get().artifactUri();
    }
    var version = VERSION.matcher(source);
    if (version.matches()) {
      return locationOf(version.group(1), version.group(2));
    }
    var run = RUN.matcher(source);
    var location = run.matches() ? runs.artifactUri(run.group(1)) + "/" + run.group(2) : source;
    if (location.startsWith("models:")) {
      throw RegistryException.invalid(
          "Invalid source '%s': expected models:/<name>/<version> or models:/<model id>."
              .formatted(source));
    }
    ArtifactUri.check("source", location);
    return location;
  }

  private String locationOf(String name, String number) {
    return models
        .byName(name)
        .flatMap(model -> versions.byNumber(model, ModelName.parseVersion(number)))
        .map(version -> version.storageLocation)
        .orElseThrow(() -> ModelVersionService.unknown(name, number));
  }
}
