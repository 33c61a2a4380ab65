package io.drivetrain.pipeline.engine.step;

import io.drivetrain.pipeline.engine.definition.StepKind;

/**
 * One kind of step: an {@code @ApplicationScoped} bean that the engine finds by {@link #kind}. It
 * must bear being run again for the same run, also in another process: a worker that dies in the
 * middle leaves whatever it had done outside of the database.
 */
public interface Step extends StepKind {
  /**
   * Does the work, on a platform thread of its own. The thread is interrupted when the lease is
   * lost, the run is cancelled, the time is over or the process ends. What it logs at INFO and
   * above, on it and on threads that are started from it, goes into the log of the attempt.
   *
   * @throws StepFailedException the step fails with its message and is not retried
   * @throws Exception an unexpected error: logged, and retried while attempts are left
   */
  StepResult run(StepContext context) throws Exception;
}
