package io.drivetrain.pipeline.engine.definition;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says how many definitions were read. A refused one does not make the others unready, nor does a
 * folder that cannot be read any more: what it held is served.
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
