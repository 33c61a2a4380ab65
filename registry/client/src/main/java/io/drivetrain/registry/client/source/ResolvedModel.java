package io.drivetrain.registry.client.source;

import io.drivetrain.registry.client.loggedmodel.LoggedModel;
import io.drivetrain.registry.client.model.ModelVersion;
import io.drivetrain.registry.client.model.Stage;
import io.drivetrain.registry.client.tracking.Run;
import java.util.List;

/**
 * What a {@link ModelUri} means at one moment.
 *
 * @param name empty for what {@code runs:/} or {@code models:/m-} addressed
 * @param version likewise
 * @param aliases sorted
 * @param runId run that made it, empty when unknown
 * @param source where its files are: {@code mlflow-artifacts:/1/<run>/artifacts/model}, or the
 *     logged model that they are of: {@code models:/m-<id>}
 */
public record ResolvedModel(
    String name, String version, Stage stage, List<String> aliases, String runId, String source) {
  public ResolvedModel {
    aliases = List.copyOf(aliases);
  }

  static ResolvedModel of(ModelVersion version) {
    return new ResolvedModel(
        version.name(),
        version.version(),
        version.stage(),
        version.aliases(),
        version.runId(),
        version.source());
  }

  static ResolvedModel of(LoggedModel model) {
    return new ResolvedModel(
        "", "", Stage.NONE, List.of(), model.sourceRunId(), model.artifactUri());
  }

  boolean isRegistered() {
    return !name.isEmpty();
  }

  static ResolvedModel ofRun(Run run, String path) {
    return new ResolvedModel(
        "", "", Stage.NONE, List.of(), run.id(), run.artifactUri() + "/" + path);
  }
}
