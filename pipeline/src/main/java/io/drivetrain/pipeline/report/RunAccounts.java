package io.drivetrain.pipeline.report;

import io.drivetrain.pipeline.problem.PipelineException;
import java.util.UUID;

/** Where runs are looked up. */
@FunctionalInterface
public interface RunAccounts {
  /**
   * A run as it stands now.
   *
   * @throws PipelineException when there is no such run
   */
  RunAccount of(UUID runId);
}
