package io.drivetrain.embedded.supervision;

import io.drivetrain.embedded.DatabaseRoles;
import io.drivetrain.embedded.LocalPostgres;
import io.drivetrain.embedded.LocalRedis;
import io.drivetrain.embedded.PostgresSettings;
import io.drivetrain.embedded.RedisUsers;
import io.drivetrain.embedded.supervision.EmbeddedServer.Started;

/** The servers that the stack brings. */
final class Servers {
  /** The database of the applications, each with a schema of its own. */
  static final String DATABASE = "drivetrain";

  private final StackFolder folder;

  Servers(StackFolder folder) {
    this.folder = folder;
  }

  static boolean isServer(ServiceFile file) {
    return file.name().equals("postgres") || file.name().equals("redis");
  }

  Service postgres(ServiceFile file) {
    return new EmbeddedServer(() -> startPostgres(file.port()));
  }

  Service redis(ServiceFile file) {
    return new EmbeddedServer(() -> startRedis(file.port()));
  }

  private Started startPostgres(int port) {
    PostgresSettings settings =
        new PostgresSettings(folder.servers().resolve("postgres"), folder.programs(), port, true);
    LocalPostgres postgres = LocalPostgres.start(settings);
    try {
      postgres.createDatabase(DATABASE);
      DatabaseRoles.in(settings.folder().resolve("roles")).applyTo(postgres, DATABASE);
    } catch (RuntimeException e) {
      postgres.close();
      throw e;
    }
    return new Started(postgres.pid(), postgres.onExit(), postgres::close);
  }

  private Started startRedis(int port) {
    LocalRedis redis =
        LocalRedis.start(
            folder.servers().resolve("redis"),
            folder.programs(),
            port,
            RedisUsers.in(folder.servers().resolve("redis/users")));
    return new Started(redis.pid(), redis.onExit(), redis::close);
  }
}
