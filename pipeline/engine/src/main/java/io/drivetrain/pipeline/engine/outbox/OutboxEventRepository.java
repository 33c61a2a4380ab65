package io.drivetrain.pipeline.engine.outbox;

import io.drivetrain.database.Database;
import io.drivetrain.database.Row;
import io.drivetrain.pipeline.engine.outbox.OutboxEvent.Attempt;
import io.drivetrain.pipeline.engine.outbox.OutboxEvent.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What happened and has not yet become messages. */
@ApplicationScoped
class OutboxEventRepository {
  private final Database database;

  OutboxEventRepository(Database database) {
    this.database = database;
  }

  /** Takes events out, oldest first, within the transaction that makes messages of them. */
  List<OutboxEvent> take(int most) {
    return database.query(
        OutboxEventRepository::event,
        """
        with taken as (
          delete from outbox_event where id in (
            select id from outbox_event order by id limit ? for update skip locked)
          returning *)
        select * from taken order by id
        """,
        most);
  }

  private static OutboxEvent event(Row row) throws SQLException {
    String step = row.text("step");
    long fence = row.number("fence");
    return new OutboxEvent(
        row.constant(Kind.class, "kind"),
        row.uuid("run_id"),
        step == null ? Optional.empty() : Optional.of(new Attempt(step, fence)),
        row.instant("at"));
  }
}
