package io.drivetrain.pipeline.engine.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.database.Database;
import io.drivetrain.pipeline.engine.PipelineTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@PipelineTest
class OutboxMigrationTest {
  @Inject Database server;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String user;

  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  @Test
  void keepsDeliveriesAndEventsThatWait() {
    var old = emptyDatabase();
    migrate(old, "51");
    var database = new Database(old);
    var run = UUID.randomUUID();
    database.update(
        """
        insert into delivery (channel, target, run_id, payload, tries, error, next_try)
        values ('mail', 'team', ?, '{}', 3, 'refused', '2026-01-01T00:00:00Z')
        """,
        run);
    database.update(
        "insert into happening (what, run_id, step, fence) values ('TRY_ENDED', ?, 'train', 7)",
        run);

    migrate(old, "60");

    assertThat(
            database.query(
                row ->
                    List.of(
                        row.text("channel"),
                        row.text("target"),
                        row.text("subject"),
                        row.integer("attempts"),
                        row.text("error"),
                        row.instant("due_at").toString()),
                "select * from outbox_message"))
        .containsExactly(
            List.of("mail", "team", run.toString(), 3, "refused", "2026-01-01T00:00:00Z"));
    assertThat(
            database.query(
                row -> row.text("kind") + " " + row.text("step") + " " + row.number("fence"),
                "select * from outbox_event where run_id = ?",
                run))
        .containsExactly("ATTEMPT_ENDED train 7");
  }

  private PGSimpleDataSource emptyDatabase() {
    var name = "migration_" + UUID.randomUUID().toString().replace('-', '_');
    server.update("create database " + name);
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setDatabaseName(name);
    source.setUser(user);
    source.setPassword(password);
    source.setCurrentSchema("pipeline");
    return source;
  }

  private static void migrate(PGSimpleDataSource database, String version) {
    Flyway.configure().dataSource(database).schemas("pipeline").target(version).load().migrate();
  }
}
