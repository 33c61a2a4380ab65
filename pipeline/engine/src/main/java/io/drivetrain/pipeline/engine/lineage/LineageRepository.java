package io.drivetrain.pipeline.engine.lineage;

import io.drivetrain.database.Database;
import io.drivetrain.pipeline.engine.outbox.OutboxEvent.Attempt;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Reads attempts of steps. */
@ApplicationScoped
class LineageRepository {
  private final Database database;

  LineageRepository(Database database) {
    this.database = database;
  }

  Optional<LineageAttempt> find(UUID runId, Attempt attempt) {
    return database.find(
        row ->
            new LineageAttempt(
                row.text("step"),
                row.number("fence"),
                Optional.ofNullable(row.text("outcome")),
                Optional.ofNullable(row.text("error"))),
        "select * from step_attempt where run_id = ? and step = ? and fence = ?",
        runId,
        attempt.step(),
        attempt.fence());
  }
}
