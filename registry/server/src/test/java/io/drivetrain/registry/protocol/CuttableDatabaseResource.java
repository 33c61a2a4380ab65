package io.drivetrain.registry.protocol;

import io.drivetrain.embedded.EmbeddedServersResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A database of its own, reached over a way that the test can cut: it is given a switch. */
public final class CuttableDatabaseResource implements QuarkusTestResourceLifecycleManager {
  private static final String JDBC = "jdbc:";

  private DatabaseProxy proxy;

  @Override
  public int order() {
    return 1;
  }

  @Override
  public Map<String, String> start() {
    var settings = new HashMap<>(new EmbeddedServersResource().start());
    try {
      var database = URI.create(settings.get("DATABASE_URL").substring(JDBC.length()));
      proxy = new DatabaseProxy(database.getPort());
      settings.replaceAll((name, value) ->
          value.startsWith(JDBC)
              ? value.replace(":" + database.getPort(), ":" + proxy.port())
              : value);
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the database can be reached. */
  private void reachable(boolean there) {
    try {
      if (there) {
        proxy.mend();
      } else {
        proxy.cut();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void inject(TestInjector injector) {
    Consumer<Boolean> reachable = this::reachable;
    injector.injectIntoFields(reachable, new TestInjector.MatchesType(Consumer.class));
  }

  @Override
  public void stop() {
    try {
      proxy.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
