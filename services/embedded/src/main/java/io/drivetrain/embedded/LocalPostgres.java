package io.drivetrain.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;

/**
 * A PostgreSQL server as a child process, on 127.0.0.1 only, for the user {@code postgres} with a
 * generated password.
 *
 * <p>Its folder holds {@code data/}, {@code password} and {@code postgres.log}. A server that a
 * killed launcher left running on this folder is stopped first, so settings and port are always
 * those of this start.
 */
public final class LocalPostgres implements AutoCloseable {
  public static final String USER = "postgres";

  /** Of a checkpoint on a slow disk. */
  private static final int STOP_PATIENCE_SECONDS = 60;

  private static final int ANSWER_SECONDS = 10;

  private final PostgresSettings settings;
  private final String password;
  private final ServerProcess process;

  private LocalPostgres(PostgresSettings settings, String password, ServerProcess process) {
    this.settings = settings;
    this.password = password;
    this.process = process;
  }

  /**
   * Starts the server, creating its data folder the first time, and returns when it accepts
   * connections. One that repairs itself after a crash is waited for, as long as it lives.
   *
   * @throws EmbeddedServerException if the port is taken or the server does not come up
   */
  public static LocalPostgres start(PostgresSettings settings) {
    createFolder(settings.folder());
    stopLeftBehind(settings);
    Ports.requireFree(settings.port(), "the embedded Postgres", "POSTGRES_PORT");
    boolean exists = Files.isDirectory(settings.data());
    String password = PostgresPassword.readOrGenerate(settings.passwordFile(), exists);
    if (!exists) {
      createData(settings);
    }
    ServerProcess process = ServerProcess.start("Postgres", settings.log(), command(settings));
    LocalPostgres postgres = new LocalPostgres(settings, password, process);
    process.awaitAnswer(postgres::accepts);
    return postgres;
  }

  /**
   * Stops the server that a launcher left running on this folder when it was killed; most often
   * there is none.
   */
  static void stopLeftBehind(PostgresSettings settings) {
    if (LeftBehind.find(settings.pidFile(), settings.folder()).isPresent()) {
      stopServerOf(settings);
    }
  }

  public long pid() {
    return process.pid();
  }

  public int port() {
    return settings.port();
  }

  public String password() {
    return password;
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://%s:%d/%s".formatted(Ports.LOOPBACK, settings.port(), database);
  }

  /**
   * Creates an empty database, unless it is there.
   *
   * @param name lower-case letters, digits and underscores
   */
  public void createDatabase(String name) {
    if (!name.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException("Not a name for a database: " + name);
    }
    try (Connection connection = connect(USER);
        Statement statement = connection.createStatement()) {
      if (!exists(statement, name)) {
        statement.execute("create database " + name);
      }
    } catch (SQLException e) {
      throw new EmbeddedServerException(
          "Cannot create the database " + name + ": " + e.getMessage(), e);
    }
  }

  /** Completes with the exit code when the server ends, whoever ended it. */
  public CompletableFuture<Integer> onExit() {
    return process.onExit();
  }

  /** Closes all connections, writes what is in memory and waits for the end. */
  @Override
  public void close() {
    if (!onExit().isDone()) {
      stopServerOf(settings);
      onExit().join();
    }
  }

  private static void createFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new EmbeddedServerException("Cannot create " + folder + ": " + e.getMessage(), e);
    }
  }

  /** In a folder beside it first: a start that is killed in the middle leaves nothing half made. */
  private static void createData(PostgresSettings settings) {
    Path unfinished = settings.folder().resolve("data-unfinished");
    try {
      Folders.delete(unfinished);
      ServerProcess.run("initdb", settings.log(), initdb(settings, unfinished));
      Files.move(unfinished, settings.data());
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "Cannot create " + settings.data() + ": " + e.getMessage(), e);
    }
  }

  private static List<String> initdb(PostgresSettings settings, Path data) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-D", data.toString(), "-U", USER, "--encoding=UTF8"));
    arguments.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + settings.passwordFile()));
    // The same order of text on every machine: the locales of the system differ.
    arguments.addAll(
        List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    if (!settings.durable()) {
      arguments.add("--no-sync");
    }
    return NonRoot.command(settings.programs().postgresProgram("initdb"), arguments);
  }

  private static List<String> command(PostgresSettings settings) {
    List<String> arguments = new ArrayList<>(List.of("-D", settings.data().toString()));
    settings
        .serverSettings()
        .forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
    return NonRoot.command(settings.programs().postgresProgram("postgres"), arguments);
  }

  /** SIGTERM would wait for every client to leave; "fast" sends them away. */
  private static void stopServerOf(PostgresSettings settings) {
    List<String> arguments =
        List.of(
            "stop",
            "-D",
            settings.data().toString(),
            "-m",
            "fast",
            "-w",
            "-t",
            "" + STOP_PATIENCE_SECONDS);
    List<String> command =
        NonRoot.command(settings.programs().postgresProgram("pg_ctl"), arguments);
    ServerProcess.run("pg_ctl stop", settings.log(), command);
  }

  private boolean accepts() {
    try (Connection connection = connect(USER)) {
      return connection.isValid(ANSWER_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  /** As the superuser. A server that is stopped in the middle (SIGSTOP) must not hold us. */
  Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", USER);
    properties.setProperty("password", password);
    properties.setProperty("loginTimeout", Integer.toString(ANSWER_SECONDS));
    properties.setProperty("connectTimeout", Integer.toString(ANSWER_SECONDS));
    return DriverManager.getConnection(jdbcUrl(database), properties);
  }

  private static boolean exists(Statement statement, String database) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("select 1 from pg_database where datname = '" + database + "'")) {
      return row.next();
    }
  }
}
