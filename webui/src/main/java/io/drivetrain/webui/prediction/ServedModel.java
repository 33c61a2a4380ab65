package io.drivetrain.webui.prediction;

import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.registry.client.ResolvedModel;
import io.drivetrain.registry.client.Stage;

/**
 * A model that is loaded, warm and answering.
 *
 * @param name of the registered model
 * @param version a decimal number, as the registry writes it
 * @param stage as the registry writes it: Production
 */
public record ServedModel(String name, String version, String stage, ModelBundle bundle) {

  boolean isVersion(ResolvedModel resolved) {
    return name.equals(resolved.name()) && version.equals(resolved.version());
  }

  ServedModel inStage(Stage newStage) {
    return new ServedModel(name, version, newStage.wireName(), bundle);
  }

  /** Short, for the log. */
  @Override
  public String toString() {
    return "%s version %s (%s)".formatted(name, version, stage);
  }
}
