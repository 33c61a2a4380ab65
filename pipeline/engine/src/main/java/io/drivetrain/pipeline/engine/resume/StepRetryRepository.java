package io.drivetrain.pipeline.engine.resume;

import io.drivetrain.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Resets steps for a retry. */
@ApplicationScoped
class StepRetryRepository {
  private final Database database;

  StepRetryRepository(Database database) {
    this.database = database;
  }

  /**
   * Attempts keep counting, and earlier ones are kept. The caller holds the lock of the run.
   *
   * @param attempts how many more attempts the step has
   */
  void begin(UUID runId, String step, int attempts) {
    database.update(
        """
        update step_run set state = 'PENDING', reason = null, message = null, output = null,
          inputs = null, max_attempts = attempt + ?, run_after = null, overdue_at = null,
          started_at = null, ended_at = null
        where run_id = ? and step = ?
        """,
        attempts,
        runId,
        step);
  }
}
