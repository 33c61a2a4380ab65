package io.drivetrain.pipeline.api.promotion;

import java.util.Optional;

/** The result of a step that has worked on a version of the registered model. */
public interface VersionedResult {
  /** The version that this run made. */
  Optional<String> modelVersion();
}
