package io.drivetrain.registry.model;

import io.drivetrain.registry.location.LocationRules;
import io.drivetrain.registry.loggedmodel.LoggedModelService;
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
  private static final Pattern RUN = Pattern.compile("runs:/([^/]+)/(.+)");

  private final RegisteredModelRepository models;
  private final ModelVersionRepository versions;
  private final RunService runs;
  private final LoggedModelService loggedModels;
  private final LocationRules locations;

  /**
   * What a version is made of.
   *
   * @param location the place itself where it is known here, else what the client named
   * @param runId of the logged model that the source is; empty for none
   * @param loggedModel that keeps a note of the version
   */
  record Made(String location, String runId, Optional<String> loggedModel) {}

  ModelSource(
      RegisteredModelRepository models,
      ModelVersionRepository versions,
      RunService runs,
      LoggedModelService loggedModels,
      LocationRules locations) {
    this.models = models;
    this.versions = versions;
    this.runs = runs;
    this.loggedModels = loggedModels;
    this.locations = locations;
  }

  /**
   * {@code models:/m-...} is where that logged model's files are, {@code models:/Name/3} where that
   * version's are, {@code runs:/<id>/model} a folder of that run's files, if this server has the
   * run. What names a file of this machine is refused.
   *
   * @param modelId the logged model beside the source; empty for none
   */
  Made find(String source, String modelId) {
    locations.checkSource(source);
    var ofModel = LOGGED_MODEL.matcher(source);
    if (ofModel.matches()) {
      var model = loggedModels.get(ofModel.group(1), false).info();
      return new Made(model.artifactUri(), model.sourceRunId(), Optional.of(model.modelId()));
    }
    return new Made(locationOf(source), "", Optional.of(modelId).filter(id -> !id.isEmpty()));
  }

  private String locationOf(String source) {
    var version = VERSION.matcher(source);
    if (version.matches()) {
      return locationOf(version.group(1), version.group(2));
    }
    if (source.startsWith("models:")) {
      throw RegistryException.invalid(
          "Invalid source '%s': expected models:/<name>/<version> or models:/<model id>."
              .formatted(source));
    }
    var run = RUN.matcher(source);
    return run.matches()
        ? runs.findArtifactUri(run.group(1)).map(root -> root + "/" + run.group(2)).orElse(source)
        : source;
  }

  private String locationOf(String name, String number) {
    return models
        .byName(name)
        .flatMap(model -> versions.byNumber(model, ModelName.parseVersion(number)))
        .map(version -> version.storageLocation)
        .orElseThrow(() -> ModelVersionService.unknown(name, number));
  }
}
