package io.drivetrain.registry.upgrade;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.database.Database;
import io.drivetrain.database.NewerDatabase;
import io.drivetrain.registry.RegistryTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@RegistryTest
class NewerDatabaseTest {
  @Inject Database server;
  @Inject NewerDatabase newer;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String user;

  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  private PGSimpleDataSource source;

  @BeforeEach
  void makeADatabase() {
    var name = "newer_" + UUID.randomUUID().toString().replace('-', '_');
    server.update("create database " + name);
    source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setDatabaseName(name);
    source.setUser(user);
    source.setPassword(password);
    source.setCurrentSchema("registry");
    migrate();
  }

  @Test
  void goesOnWithItsOwn() {
    assertThatCode(this::migrate).doesNotThrowAnyException();
  }

  @Test
  void refusesOneOfANewerProgramInWords() {
    new Database(source)
        .update(
            """
            insert into flyway_schema_history
              (installed_rank, version, description, type, script, installed_by, execution_time, success)
            values (999, '9999', 'add flying cars', 'SQL', 'V9999__add_flying_cars.sql', 'x', 1, true)
            """);

    assertThatThrownBy(this::migrate)
        .hasStackTraceContaining(
            "The database was migrated by a newer program: its schema registry has version 9999 (add flying cars), and this program knows versions up to ")
        .hasStackTraceContaining("Start that program, or restore a backup of before.");
  }

  private void migrate() {
    // As the application has it: the advice of Flyway must not come first.
    var configuration =
        Flyway.configure()
            .dataSource(source)
            .schemas("registry")
            .ignoreMigrationPatterns(new String[0]);
    newer.customize(configuration);
    configuration.load().migrate();
  }
}
