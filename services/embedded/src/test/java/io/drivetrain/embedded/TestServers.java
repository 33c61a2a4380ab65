package io.drivetrain.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * One Postgres and one Redis for a test JVM, with nothing kept: settings for speed, a folder that
 * ends with the JVM.
 */
public final class TestServers {
  /** Unpacked once for all builds of this user. */
  public static final Path PROGRAMS =
      Path.of(System.getProperty("user.home"), ".cache", "drivetrain", "programs");

  private static final Path FOLDERS =
      Path.of(
          System.getProperty("java.io.tmpdir"),
          "drivetrain-tests-" + System.getProperty("user.name"));

  private final LocalPostgres postgres;
  private final LocalRedis redis;
  private final AtomicInteger databases = new AtomicInteger();

  private TestServers(LocalPostgres postgres, LocalRedis redis) {
    this.postgres = postgres;
    this.redis = redis;
  }

  public static TestServers ofThisJvm() {
    return Holder.SERVERS;
  }

  /** The programs alone, for a test that starts and stops a server of its own. */
  public static ServerPrograms programs() {
    return ServerPrograms.unpackedIn(PROGRAMS);
  }

  /** A port that nobody listens on at this moment. */
  public static int freePort() {
    return Ports.free();
  }

  public LocalPostgres postgres() {
    return postgres;
  }

  public LocalRedis redis() {
    return redis;
  }

  /** Creates an empty database and gives its JDBC URL. */
  public String freshDatabase() {
    String name = "test_" + databases.incrementAndGet();
    postgres.createDatabase(name);
    return postgres.jdbcUrl(name);
  }

  private static final class Holder {
    static final TestServers SERVERS = start();
  }

  private static TestServers start() {
    ServerPrograms programs = programs();
    removeWhatKilledJvmsLeft(programs);
    Path folder = FOLDERS.resolve(Long.toString(ProcessHandle.current().pid()));
    PostgresSettings settings = settings(folder, programs);
    LocalPostgres postgres = LocalPostgres.start(settings);
    LocalRedis redis =
        LocalRedis.start(folder.resolve("redis"), programs, Ports.free(), RedisUsers.everybody());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, redis, folder)));
    return new TestServers(postgres, redis);
  }

  private static PostgresSettings settings(Path folder, ServerPrograms programs) {
    return new PostgresSettings(folder.resolve("postgres"), programs, Ports.free(), false);
  }

  private static void stop(LocalPostgres postgres, LocalRedis redis, Path folder) {
    redis.close();
    postgres.close();
    delete(folder);
  }

  private static void removeWhatKilledJvmsLeft(ServerPrograms programs) {
    for (Path folder : foldersOfDeadJvms()) {
      LocalPostgres.stopLeftBehind(settings(folder, programs));
      LocalRedis.stopLeftBehind(folder.resolve("redis"));
      delete(folder);
    }
  }

  private static List<Path> foldersOfDeadJvms() {
    try {
      Files.createDirectories(FOLDERS);
      try (Stream<Path> folders = Files.list(FOLDERS)) {
        return folders.filter(TestServers::isOfDeadJvm).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder with this JVM's own pid is from an earlier process that had the same one. */
  private static boolean isOfDeadJvm(Path folder) {
    long pid = Long.parseLong(folder.getFileName().toString());
    return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
  }

  private static void delete(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
