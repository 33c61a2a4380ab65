package io.drivetrain.registry.trash;

import io.drivetrain.database.Database;
import io.drivetrain.database.Row;
import io.drivetrain.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the view that puts the deleted rows of all features side by side. */
@ApplicationScoped
class TrashRepository {
  private final Database database;

  TrashRepository(Database database) {
    this.database = database;
  }

  /** Where a page ends. */
  record Position(Instant deletedAt, TrashKind kind, String id) {}

  /** What was deleted last comes first. */
  List<TrashItem> newestFirst(Optional<TrashKind> kind, Optional<Position> after, int limit) {
    return database.query(
        TrashRepository::read,
        Sql.of("select * from trash where true")
            .then(kind.map(k -> Sql.of("and kind = ?", k.name())).orElse(Sql.NOTHING))
            .then(after.map(TrashRepository::behind).orElse(Sql.NOTHING))
            .then("order by deleted_at desc, kind desc, id desc limit ?", limit));
  }

  private static Sql behind(Position last) {
    return Sql.of(
        "and (deleted_at, kind, id) < (?, ?, ?)", last.deletedAt(), last.kind().name(), last.id());
  }

  List<TrashItem> deletedBefore(TrashKind kind, Instant moment, int limit) {
    return database.query(
        TrashRepository::read,
        "select * from trash where kind = ? and deleted_at < ? order by deleted_at, id limit ?",
        kind.name(),
        moment,
        limit);
  }

  private static TrashItem read(Row row) throws SQLException {
    return new TrashItem(
        row.constant(TrashKind.class, "kind"),
        row.instant("deleted_at"),
        row.text("id"),
        row.text("name"),
        row.text("experiment"),
        row.text("model"),
        row.value(Integer.class, "version"));
  }
}
