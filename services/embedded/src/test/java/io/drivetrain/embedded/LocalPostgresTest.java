package io.drivetrain.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {
  @TempDir Path folder;
  private PostgresSettings settings;

  @BeforeEach
  void chooseSettings() {
    ServerPrograms programs = ServerPrograms.unpackedIn(TestServers.PROGRAMS);
    settings = new PostgresSettings(folder.resolve("with space"), programs, Ports.free(), false);
  }

  @Test
  void keepsRowsFromOneStartToTheNext() throws SQLException {
    try (LocalPostgres postgres = LocalPostgres.start(settings)) {
      postgres.createDatabase("garage");
      execute(postgres, "create table car (name text)");
      execute(postgres, "insert into car values ('Logan')");
    }

    try (LocalPostgres postgres = LocalPostgres.start(settings)) {
      postgres.createDatabase("garage");
      assertThat(query(postgres, "select name from car")).isEqualTo("Logan");
    }
  }

  @Test
  void runsTheServerThatItsSettingsDescribe() throws SQLException {
    PostgresSettings durable =
        new PostgresSettings(settings.folder(), settings.programs(), settings.port(), true);

    try (LocalPostgres postgres = LocalPostgres.start(durable)) {
      postgres.createDatabase("garage");
      assertThat(query(postgres, "show server_version")).isEqualTo("18.6");
      assertThat(query(postgres, "show server_encoding")).isEqualTo("UTF8");
      assertThat(query(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(query(postgres, "show fsync")).isEqualTo("on");
      assertThat(query(postgres, "show log_timezone")).isEqualTo("UTC");
    }
  }

  @Test
  void letsNobodyInWithoutThePasswordOfItsFile() throws IOException {
    try (LocalPostgres postgres = LocalPostgres.start(settings)) {
      String url = postgres.jdbcUrl("postgres");

      assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "postgres"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed for user \"postgres\"");
      assertThat(Files.readString(settings.passwordFile())).isEqualTo(postgres.password() + "\n");
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(settings.passwordFile())))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void saysWhatToDoWhenThePasswordFileIsGone() throws IOException {
    LocalPostgres.start(settings).close();
    Files.delete(settings.passwordFile());

    assertThatThrownBy(() -> LocalPostgres.start(settings))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessage(
            settings.passwordFile()
                + " is gone, nobody can log in to the database beside it:"
                + " put the file back, or start anew with scripts/reset-stack.sh.");
  }

  @Test
  void beginsAnewWhereAFirstStartWasKilledInTheMiddle() throws IOException {
    Path unfinished = Files.createDirectories(settings.folder().resolve("data-unfinished"));
    Files.writeString(unfinished.resolve("PG_VERSION"), "18\n");

    try (LocalPostgres postgres = LocalPostgres.start(settings)) {
      assertThat(postgres.port()).isEqualTo(settings.port());
      assertThat(unfinished).doesNotExist();
    }
  }

  @Test
  void namesPortAndVariableWhenThePortIsTaken() throws IOException {
    try (ServerSocket holder =
        new ServerSocket(settings.port(), 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> LocalPostgres.start(settings))
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessage(
              "Port %d is taken, the embedded Postgres cannot use it: set POSTGRES_PORT to a free port.",
              holder.getLocalPort());
    }
  }

  @Test
  void showsTheEndOfTheLogWhenTheServerDoesNotComeUp() throws IOException {
    LocalPostgres.start(settings).close();
    Files.writeString(settings.data().resolve("postgresql.auto.conf"), "no_such_setting = 1\n");

    assertThatThrownBy(() -> LocalPostgres.start(settings))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageStartingWith("Postgres ended with exit code 1; the end of " + settings.log())
        .hasMessageContaining("unrecognized configuration parameter \"no_such_setting\"");
  }

  @Test
  void refusesANameThatIsNotPlain() {
    try (LocalPostgres postgres = LocalPostgres.start(settings)) {
      assertThatThrownBy(() -> postgres.createDatabase("a; drop table b"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Not a name for a database: a; drop table b");
    }
  }

  private static void execute(LocalPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(LocalPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static Connection connect(LocalPostgres postgres) throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl("garage"), LocalPostgres.USER, postgres.password());
  }
}
