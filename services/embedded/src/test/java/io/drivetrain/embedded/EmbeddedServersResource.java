package io.drivetrain.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Postgres and Redis for {@code @QuarkusTest}: one of each for the whole test JVM, and a fresh
 * database for every start of the application. Use it as
 * {@code @WithTestResource(EmbeddedServersResource.class)}.
 */
public final class EmbeddedServersResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    TestServers servers = TestServers.ofThisJvm();
    String url = servers.freshDatabase();
    String password = servers.postgres().password();
    return Map.of(
        "DATABASE_URL", url,
        "DATABASE_USER", LocalPostgres.USER,
        "DATABASE_PASSWORD", password,
        "REDIS_URL", servers.redis().url(),
        "quarkus.datasource.jdbc.url", url,
        "quarkus.datasource.username", LocalPostgres.USER,
        "quarkus.datasource.password", password);
  }

  /** The servers go on for the next start and end with the JVM. */
  @Override
  public void stop() {}
}
