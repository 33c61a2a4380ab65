package io.drivetrain.pipeline.engine.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports how many definitions were read. A rejected definition or an unreadable folder does not
 * make the replica unready: the definitions read before stay active.
 */
@Readiness
@ApplicationScoped
class DefinitionHealth implements HealthCheck {
  private final DefinitionCatalog definitions;

  DefinitionHealth(DefinitionCatalog definitions) {
    this.definitions = definitions;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("definitions")
        .status(!definitions.all().isEmpty())
        .withData("loaded", definitions.all().size())
        .withData("refused", definitions.refused().size())
        .withData("folder", definitions.isFolderReadable() ? "read" : "cannot be read")
        .build();
  }
}
