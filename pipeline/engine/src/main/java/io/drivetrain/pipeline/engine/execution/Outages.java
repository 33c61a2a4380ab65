package io.drivetrain.pipeline.engine.execution;

import io.drivetrain.database.DatabaseException;
import io.drivetrain.pipeline.engine.step.OutageSign;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells the outage of a service from an error of a step. */
@ApplicationScoped
class Outages {
  private static final int MOST_CAUSES = 20;

  private final List<OutageSign> signs;

  Outages(@All List<OutageSign> signs) {
    this.signs = signs;
  }

  /** Which service is away, in a sentence; empty where the error is the step's own. */
  Optional<String> cause(Throwable error) {
    return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
        .limit(MOST_CAUSES)
        .flatMap(cause -> sentence(cause).stream())
        .findFirst();
  }

  private Optional<String> sentence(Throwable cause) {
    if (cause instanceof DatabaseException database && database.isUnreachable()) {
      return Optional.of("The database does not answer.");
    }
    return signs.stream().flatMap(sign -> sign.outage(cause).stream()).findFirst();
  }
}
