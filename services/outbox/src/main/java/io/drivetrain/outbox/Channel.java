package io.drivetrain.outbox;

import java.util.Map;
import java.util.Set;

/**
 * A way to the outside. Its receivers may be slow or away; the work that is reported never waits
 * for them.
 *
 * @param <E> what the application reports
 */
public interface Channel<E> {
  /** Unique; stands in the database. */
  String name();

  /** Payloads by target, empty where nobody is to be notified of the event. */
  Map<String, String> messages(E event);

  /** Targets whose messages wait until they are not in this set any more. */
  default Set<String> pausedTargets() {
    return Set.of();
  }

  /**
   * Sends a message, at least once: the same one may be sent again after a crash.
   *
   * @throws UndeliverableException when another attempt cannot help
   * @throws Exception when it failed this time; it is sent again later
   */
  void send(OutboxMessage message) throws Exception;
}
