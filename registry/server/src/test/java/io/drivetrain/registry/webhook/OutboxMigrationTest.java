package io.drivetrain.registry.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.database.Database;
import io.drivetrain.registry.RegistryTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@RegistryTest
class OutboxMigrationTest {
  @Inject Database server;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String user;

  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  @Test
  void keepsDeliveriesThatWaitUnderTheirIds() {
    var old = emptyDatabase();
    migrate(old, "42");
    var database = new Database(old);
    database.update(
        """
        insert into webhook (webhook_id, name, url, events, secret, status, created_at, updated_at)
        values ('hook-1', 'w', 'https://example.com', '{RUN.DELETED}', '', 'ACTIVE', now(), now())
        """);
    var deliveryId = UUID.randomUUID();
    database.update(
        """
        insert into webhook_delivery (delivery_id, webhook, body, attempts, due_at)
        select ?, id, '{}', 2, '2026-01-01T00:00:00Z' from webhook
        """,
        deliveryId.toString());

    migrate(old, "50");
    database.update(
        "insert into outbox_message (channel, target, subject, payload) values ('webhook', 'hook-1', '7', '{}')");

    assertThat(
            database.query(
                row ->
                    List.of(
                        row.text("channel"),
                        row.text("target"),
                        row.text("payload"),
                        row.integer("attempts"),
                        row.instant("due_at").toString()),
                "select * from outbox_message where key = ?",
                deliveryId))
        .containsExactly(List.of("webhook", "hook-1", "{}", 2, "2026-01-01T00:00:00Z"));
  }

  private PGSimpleDataSource emptyDatabase() {
    var name = "migration_" + UUID.randomUUID().toString().replace('-', '_');
    server.update("create database " + name);
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setDatabaseName(name);
    source.setUser(user);
    source.setPassword(password);
    source.setCurrentSchema("registry");
    return source;
  }

  private static void migrate(PGSimpleDataSource database, String version) {
    Flyway.configure().dataSource(database).schemas("registry").target(version).load().migrate();
  }
}
