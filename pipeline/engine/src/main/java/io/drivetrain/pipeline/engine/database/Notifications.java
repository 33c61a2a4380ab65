package io.drivetrain.pipeline.engine.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** What other sessions say with NOTIFY, heard over one connection that does nothing else. */
@ApplicationScoped
public class Notifications {
  private static final Logger LOG = Logger.getLogger(Notifications.class);

  /** After so long a silence, whether the connection still lives is tried out. */
  private static final Duration SILENCE = Duration.ofSeconds(3);

  private final AgroalDataSource source;

  Notifications(@DataSource("listener") AgroalDataSource source) {
    this.source = source;
  }

  /**
   * Runs until the thread is interrupted; a lost connection is made again.
   *
   * @param connected called whenever there is a connection anew: what was said before is lost
   * @param heard called with each payload
   */
  public void listen(String channel, Runnable connected, Consumer<String> heard) {
    boolean isKnownLost = false;
    while (!Thread.currentThread().isInterrupted()) {
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("listen " + channel);
        isKnownLost = false;
        connected.run();
        hear(connection.unwrap(PGConnection.class), statement, heard);
      } catch (SQLException lost) {
        if (!isKnownLost && !Thread.currentThread().isInterrupted()) {
          LOG.warnf("Nothing is heard from other replicas until it works: %s", lost.getMessage());
        }
        isKnownLost = true;
        pause();
      }
    }
  }

  private static void hear(PGConnection connection, Statement statement, Consumer<String> heard)
      throws SQLException {
    while (!Thread.currentThread().isInterrupted()) {
      PGNotification[] notifications = connection.getNotifications((int) SILENCE.toMillis());
      if (notifications == null || notifications.length == 0) {
        statement.execute("select 1");
        continue;
      }
      for (PGNotification notification : notifications) {
        heard.accept(notification.getParameter());
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(500 + ThreadLocalRandom.current().nextInt(500));
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }
}
