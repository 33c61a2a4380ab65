package io.drivetrain.registry.client;

import java.util.Comparator;
import java.util.Optional;

/** Finds what a {@link ModelUri} means, in the registered model that it names. */
final class ModelResolver {
  private final RegistryClient registry;

  ModelResolver(RegistryClient registry) {
    this.registry = registry;
  }

  Optional<ResolvedModel> resolve(ModelUri uri) {
    return switch (uri) {
      case ModelUri.OfVersion(String name, String version) ->
          version(name, version).map(ResolvedModel::of);
      case ModelUri.OfAlias(String name, String alias) ->
          registered(name)
              .flatMap(model -> Optional.ofNullable(model.aliases().get(alias)))
              .flatMap(version -> version(name, version))
              .map(ResolvedModel::of);
      case ModelUri.OfStage(String name, Stage stage) ->
          registered(name).flatMap(model -> model.latest(stage)).map(ResolvedModel::of);
      case ModelUri.OfLatest(String name) ->
          registered(name).flatMap(ModelResolver::latestReady).map(ResolvedModel::of);
      case ModelUri.OfRun(String runId, String path) ->
          Answers.unlessMissing(() -> registry.tracking().run(runId))
              .map(run -> ResolvedModel.ofRun(run, path));
    };
  }

  private Optional<RegisteredModel> registered(String name) {
    return registry.models().registeredModel(name);
  }

  private Optional<ModelVersion> version(String name, String version) {
    return registered(name)
        .flatMap(model ->
            model.latestVersions().stream()
                .filter(candidate -> candidate.version().equals(version))
                .findFirst()
                .or(() -> Answers.unlessMissing(() -> registry.models().version(name, version))));
  }

  private static Optional<ModelVersion> latestReady(RegisteredModel model) {
    return model.latestVersions().stream()
        .filter(version -> version.status() == ModelVersionStatus.READY)
        .max(Comparator.comparingLong(ModelVersion::number));
  }
}
