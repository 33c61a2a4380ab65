package io.drivetrain.access.problem;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/** Every problem as application/problem+json. */
@DefaultBean
@ApplicationScoped
class ProblemFormat implements ErrorFormat {

  @Override
  public ErrorAnswer answer(String path, Problem problem) {
    return ErrorAnswer.of(problem);
  }
}
