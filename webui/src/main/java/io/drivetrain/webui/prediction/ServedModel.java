package io.drivetrain.webui.prediction;

import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.registry.client.model.Stage;
import io.drivetrain.registry.client.source.ResolvedModel;

/**
 * A model that is loaded, warm and answering.
 *
 * @param name of the registered model
 * @param version a decimal number, as the registry writes it
 * @param stage as the registry writes it: Production
 * @param runId of the run that made it; empty when unknown
 */
public record ServedModel(
    String name, String version, String stage, String runId, ModelBundle bundle) {

  static ServedModel of(ResolvedModel resolved, ModelBundle bundle) {
    return new ServedModel(
        resolved.name(), resolved.version(), resolved.stage().wireName(), resolved.runId(), bundle);
  }

  /** A registry that was emptied counts its versions from 1 again: the run tells them apart. */
  boolean isMadeFrom(ResolvedModel resolved) {
    return name.equals(resolved.name())
        && version.equals(resolved.version())
        && runId.equals(resolved.runId());
  }

  ServedModel inStage(Stage newStage) {
    return new ServedModel(name, version, newStage.wireName(), runId, bundle);
  }

  /** Short, for the log. */
  @Override
  public String toString() {
    return "%s version %s (%s)".formatted(name, version, stage);
  }
}
