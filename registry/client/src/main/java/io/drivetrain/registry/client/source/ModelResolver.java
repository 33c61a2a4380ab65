package io.drivetrain.registry.client.source;

import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.http.Answers;
import io.drivetrain.registry.client.model.ModelVersion;
import io.drivetrain.registry.client.model.Stage;
import java.util.Optional;
import java.util.function.Function;

/** Finds what a {@link ModelUri} means. */
final class ModelResolver {
  private final RegistryClient registry;
  private final Function<String, Optional<ModelPointer>> pointers;

  ModelResolver(RegistryClient registry, Function<String, Optional<ModelPointer>> pointers) {
    this.registry = registry;
    this.pointers = pointers;
  }

  Optional<ResolvedModel> resolve(ModelUri uri) {
    return switch (uri) {
      case ModelUri.OfVersion(String name, String version) ->
          version(name, version).map(ResolvedModel::of);
      case ModelUri.OfAlias(String name, String alias) ->
          pointers.apply(name).flatMap(at -> at.alias(alias)).map(ResolvedModel::of);
      case ModelUri.OfStage(String name, Stage stage) ->
          pointers.apply(name).flatMap(at -> at.model().latest(stage)).map(ResolvedModel::of);
      case ModelUri.OfLatest(String name) ->
          pointers.apply(name).flatMap(ModelPointer::latestReady).map(ResolvedModel::of);
      case ModelUri.OfLoggedModel(String id) ->
          Answers.unlessMissing(() -> registry.loggedModels().model(id)).map(ResolvedModel::of);
      case ModelUri.OfRun(String runId, String path) ->
          Answers.unlessMissing(() -> registry.tracking().run(runId))
              .map(run -> ResolvedModel.ofRun(run, path));
    };
  }

  /** Old versions that nothing points to are read from the registry: they are seldom asked for. */
  private Optional<ModelVersion> version(String name, String version) {
    return pointers
        .apply(name)
        .flatMap(at ->
            at.version(version)
                .or(() -> Answers.unlessMissing(() -> registry.models().version(name, version))));
  }
}
