package io.drivetrain.pipeline.trainer;

import io.drivetrain.models.bundle.Library;
import io.drivetrain.models.estimator.Estimator;
import java.util.Objects;

/**
 * What a fit gives.
 *
 * @param library that learned it, with its version; stands in the provenance of the model
 */
public record Fitted(Estimator estimator, Library library) {

  public Fitted {
    Objects.requireNonNull(estimator);
    Objects.requireNonNull(library);
  }
}
