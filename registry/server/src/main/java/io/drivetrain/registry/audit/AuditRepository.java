package io.drivetrain.registry.audit;

import io.drivetrain.database.Database;
import io.drivetrain.database.Row;
import io.drivetrain.database.Sql;
import io.drivetrain.registry.audit.AuditFeed.Numbered;
import io.drivetrain.registry.audit.Subject.OfArtifact;
import io.drivetrain.registry.audit.Subject.OfExperiment;
import io.drivetrain.registry.audit.Subject.OfModel;
import io.drivetrain.registry.audit.Subject.OfRun;
import io.drivetrain.registry.audit.Subject.OfVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Plain JDBC: the creation of runs and the tags of batches pass here. */
@ApplicationScoped
class AuditRepository {
  private final Database database;

  AuditRepository(Database database) {
    this.database = database;
  }

  void insert(Instant at, String who, String client, List<Change> changes) {
    var rows = changes.stream().map(change -> row(at, who, client, change)).toList();
    database.update(
        Sql.of(
                """
                insert into audit_trail (at, who, client, action, model, version, run, experiment,
                  path, key, before, after, reason)
                values
                """)
            .then(Sql.join(", ", rows)));
  }

  private static Sql row(Instant at, String who, String client, Change change) {
    var values = new ArrayList<Object>();
    values.add(at);
    values.add(who);
    values.add(client);
    values.add(change.action().name());
    switch (change.subject()) {
      case OfModel(var model) -> add(values, model, null, null, null, null);
      case OfVersion(var model, var version) -> add(values, model, version, null, null, null);
      case OfRun(var run, var experiment) -> add(values, null, null, run, experiment, null);
      case OfExperiment(var experiment) -> add(values, null, null, null, experiment, null);
      case OfArtifact(var path, var run, var experiment) ->
          add(values, null, null, run, experiment, path);
    }
    values.add(change.key());
    values.add(change.before());
    values.add(change.after());
    values.add(change.reason());
    return new Sql("(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values);
  }

  private static void add(
      List<Object> values,
      String model,
      Integer version,
      String run,
      Long experiment,
      String path) {
    values.add(model);
    values.add(version);
    values.add(run);
    values.add(experiment);
    values.add(path);
  }

  /** The newest first, of those with a smaller id. */
  List<AuditEntry> search(AuditQuery query, long before, int limit) {
    return database.query(
        AuditRepository::read,
        Sql.of("select * from audit_trail where id < ?", before)
            .then(matching(query))
            .then("order by id desc limit ?", limit));
  }

  boolean isUnnumbered() {
    return database
        .find(
            row -> row.flag(1), "select exists (select 1 from audit_trail where position is null)")
        .orElseThrow();
  }

  void number() {
    database.update(
        """
        update audit_trail set position = numbered.position
        from (
          select id, nextval('audit_position') as position
          from (select id from audit_trail where position is null order by id) unnumbered
        ) numbered
        where audit_trail.id = numbered.id
        """);
  }

  long newestPosition() {
    return database
        .find(row -> row.number(1), "select max(position) from audit_trail")
        .orElseThrow();
  }

  List<Numbered> after(long position, AuditQuery query, int limit) {
    return database.query(
        row -> new Numbered(row.number("position"), read(row)),
        Sql.of("select * from audit_trail where position > ?", position)
            .then(matching(query))
            .then("order by position limit ?", limit));
  }

  private static Sql matching(AuditQuery query) {
    var conditions = new ArrayList<Sql>();
    addTo(conditions, "and model = ?", query.model());
    addTo(conditions, "and version = ?", query.version());
    addTo(conditions, "and run = ?", query.runId());
    addTo(conditions, "and experiment = ?", query.experiment());
    addTo(conditions, "and path = ?", query.path());
    addTo(conditions, "and action = ?", query.action() == null ? null : query.action().name());
    addTo(conditions, "and at >= ?", query.from());
    addTo(conditions, "and at < ?", query.to());
    return Sql.join(" ", conditions);
  }

  private static void addTo(List<Sql> conditions, String condition, Object value) {
    if (value != null) {
      conditions.add(Sql.of(condition, value));
    }
  }

  private static AuditEntry read(Row row) throws SQLException {
    return new AuditEntry(
        row.number("id"),
        row.instant("at"),
        row.text("who"),
        row.text("client"),
        row.constant(Action.class, "action"),
        row.text("model"),
        row.value(Integer.class, "version"),
        row.text("run"),
        row.text("experiment"),
        row.text("path"),
        row.text("key"),
        row.text("before"),
        row.text("after"),
        row.text("reason"));
  }
}
