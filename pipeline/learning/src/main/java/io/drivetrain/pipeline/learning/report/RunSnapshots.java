package io.drivetrain.pipeline.learning.report;

import io.drivetrain.pipeline.engine.problem.PipelineException;
import java.util.UUID;

/** Where runs are looked up. */
@FunctionalInterface
public interface RunSnapshots {
  /**
   * A run as it stands now.
   *
   * @throws PipelineException when there is no such run
   */
  RunSnapshot of(UUID runId);
}
