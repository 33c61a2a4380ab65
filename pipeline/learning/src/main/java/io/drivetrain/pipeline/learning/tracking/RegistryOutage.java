package io.drivetrain.pipeline.learning.tracking;

import io.drivetrain.pipeline.engine.step.OutageSign;
import io.drivetrain.registry.client.http.RegistryClientException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A registry that does not answer, or says that it cannot for now. */
@ApplicationScoped
class RegistryOutage implements OutageSign {

  @Override
  public Optional<String> outage(Throwable error) {
    return error instanceof RegistryClientException failed && failed.mayPass()
        ? Optional.of(failed.getMessage())
        : Optional.empty();
  }
}
