package io.drivetrain.pipeline.engine.execution;

import io.drivetrain.pipeline.engine.step.OutageSign;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A service of the tests that is away. */
@ApplicationScoped
class ScriptedOutage implements OutageSign {

  /** Says so. */
  static final class AwayException extends RuntimeException {
    AwayException() {
      super("The depot does not answer.");
    }
  }

  @Override
  public Optional<String> outage(Throwable error) {
    return error instanceof AwayException ? Optional.of(error.getMessage()) : Optional.empty();
  }
}
