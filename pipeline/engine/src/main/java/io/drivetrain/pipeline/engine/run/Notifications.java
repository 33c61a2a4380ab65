package io.drivetrain.pipeline.engine.run;

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

/**
 * Receives what other sessions send with NOTIFY, on one connection that does nothing else: LISTEN
 * belongs to a session, and reading blocks on its socket. That is why it has a thread of its own.
 */
@ApplicationScoped
public class Notifications {
  private static final Logger LOG = Logger.getLogger(Notifications.class);

  /** After so long without a notification the connection is checked with a query. */
  private static final Duration SILENCE = Duration.ofSeconds(3);

  private final AgroalDataSource source;

  Notifications(@DataSource("listener") AgroalDataSource source) {
    this.source = source;
  }

  /**
   * Runs until the thread is interrupted; a lost connection is made again.
   *
   * @param connected called after each new connection: what was sent before it is lost
   * @param received called with each payload
   */
  public void listen(String channel, Runnable connected, Consumer<String> received) {
    boolean isKnownLost = false;
    while (!Thread.currentThread().isInterrupted()) {
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("listen " + channel);
        isKnownLost = false;
        connected.run();
        receive(connection.unwrap(PGConnection.class), statement, received);
      } catch (SQLException lost) {
        if (!isKnownLost && !Thread.currentThread().isInterrupted()) {
          LOG.warnf(
              "Notifications of other replicas are not received until the database answers: %s",
              lost.getMessage());
        }
        isKnownLost = true;
        pause();
      }
    }
  }

  private static void receive(
      PGConnection connection, Statement statement, Consumer<String> received) throws SQLException {
    while (!Thread.currentThread().isInterrupted()) {
      PGNotification[] notifications = connection.getNotifications((int) SILENCE.toMillis());
      if (notifications == null || notifications.length == 0) {
        statement.execute("select 1");
        continue;
      }
      for (PGNotification notification : notifications) {
        received.accept(notification.getParameter());
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
