package io.drivetrain.pipeline.api.tracking;

import java.util.Optional;

/** The result of a step that has written to a tracking run. */
public interface TrackedResult {
  /** Id of the tracking run in the registry. */
  Optional<String> mlflowRunId();
}
