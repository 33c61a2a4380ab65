package io.drivetrain.webui.savedview;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;

/**
 * Migrates and checks the schema beside the start of the application, which predicts without a
 * database: while that is away, it is tried again.
 */
@ApplicationScoped
class DatabasePreparation {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Flyway flyway;
  private final SessionFactory sessions;
  private volatile boolean isReady;
  private volatile Thread thread;

  DatabasePreparation(Flyway flyway, SessionFactory sessions) {
    this.flyway = flyway;
    this.sessions = sessions;
  }

  void start(@Observes StartupEvent startup) {
    thread = Thread.ofVirtual().name("database-preparation").start(this::prepare);
  }

  void stop(@Observes ShutdownEvent shutdown) {
    thread.interrupt();
  }

  /**
   * @throws SavedViewsUnavailableException when it is not prepared yet
   */
  void requireReady() {
    if (!isReady) {
      throw new SavedViewsUnavailableException(null);
    }
  }

  private void prepare() {
    boolean isTold = false;
    for (Duration pause = FIRST_PAUSE; !isReady; pause = longer(pause)) {
      try {
        flyway.migrate();
        sessions.getSchemaManager().validateMappedObjects();
        isReady = true;
        Log.info("The database is ready: views can be saved");
      } catch (RuntimeException away) {
        if (!isTold) {
          Log.warnf("Views cannot be saved until the database is ready: %s", firstLine(away));
          isTold = true;
        }
        if (!waited(pause)) {
          return;
        }
      }
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  private static String firstLine(RuntimeException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }

  private static boolean waited(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
