package io.drivetrain.webui.model;

import java.util.Optional;

/**
 * All that the page of a version shows from the registry.
 *
 * @param rollback the way back from what is in production; empty when this version is not there
 */
public record VersionPage(
    Model model, Version version, VersionContent content, Optional<Rollback> rollback) {

  public boolean isInProduction() {
    return version.stage() == VersionStage.PRODUCTION;
  }
}
