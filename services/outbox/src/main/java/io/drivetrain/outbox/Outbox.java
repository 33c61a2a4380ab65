package io.drivetrain.outbox;

import io.drivetrain.database.Database;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Stores messages about events and sends them until they have arrived or are given up. Several
 * replicas may send from one table; a replica that dies leaves its messages to the others.
 *
 * @param <E> what the application reports
 */
public final class Outbox<E> {
  private static final Logger LOG = Logger.getLogger(Outbox.class);

  /** For so long an operator can read why a message was given up. */
  private static final Duration KEEP_GIVEN_UP = Duration.ofDays(30);

  private final OutboxRepository messages;
  private final Map<String, Channel<E>> channels;
  private final OutboxRules rules;

  public Outbox(Database database, List<Channel<E>> channels, OutboxRules rules) {
    this.messages = new OutboxRepository(database);
    this.channels = channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
    this.rules = rules;
  }

  /**
   * Stores what the channels have to send about an event, in the transaction of the caller.
   *
   * @param subject what the event is about, in the terms of the application; messages may be
   *     deleted by it
   */
  public void store(E event, String subject) {
    channels
        .values()
        .forEach(channel ->
            payloads(channel, event, subject)
                .forEach((target, payload) ->
                    messages.insert(channel.name(), target, subject, payload)));
  }

  /** One channel that cannot make its messages must not hold up the others. */
  private Map<String, String> payloads(Channel<E> channel, E event, String subject) {
    try {
      return channel.messages(event);
    } catch (RuntimeException error) {
      LOG.errorf(error, "Channel %s made no message about %s", channel.name(), subject);
      return Map.of();
    }
  }

  /** Claims messages that are due; each must be given to {@link #send} within the lease. */
  public List<OutboxMessage> claim(int most) {
    return messages.claim(most, rules.lease(), pausedTargets());
  }

  private Map<String, Set<String>> pausedTargets() {
    return channels.values().stream()
        .collect(Collectors.toMap(Channel::name, Channel::pausedTargets));
  }

  /** Sends all that is due, one message after the other, the oldest first. */
  public void sendInOrder() {
    var claimed = claim(1);
    while (!claimed.isEmpty()) {
      claimed.forEach(this::send);
      claimed = claim(1);
    }
  }

  /** Sends a claimed message and notes the outcome; a failure is logged, not thrown. */
  public void send(OutboxMessage message) {
    try {
      channel(message).send(message);
      messages.delete(message.id());
    } catch (UndeliverableException refused) {
      giveUp(message, reason(refused));
    } catch (Exception error) { // whatever a channel throws
      if (error instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      failed(message, reason(error));
    }
  }

  private Channel<E> channel(OutboxMessage message) throws UndeliverableException {
    var channel = channels.get(message.channel());
    if (channel == null) {
      throw new UndeliverableException("there is no channel of this name");
    }
    return channel;
  }

  private static String reason(Exception error) {
    return String.valueOf(error.getMessage());
  }

  private void failed(OutboxMessage message, String reason) {
    if (rules.isLast(message.attempts())) {
      giveUp(message, reason);
      return;
    }
    messages.postpone(message.id(), rules.pauseAfter(message.attempts()), reason);
    LOG.warnf(
        "Message %d to %s %s was not delivered (attempt %d of %d): %s",
        message.id(),
        message.channel(),
        message.target(),
        message.attempts(),
        rules.maxAttempts(),
        reason);
  }

  private void giveUp(OutboxMessage message, String reason) {
    messages.giveUp(message.id(), reason);
    LOG.warnf(
        "Message %d to %s %s was given up after attempt %d: %s",
        message.id(), message.channel(), message.target(), message.attempts(), reason);
  }

  /** Deletes what still waits for a target that is gone. */
  public void deleteOfTarget(String channel, String target) {
    messages.deleteOfTarget(channel, target);
  }

  /** Deletes messages that were given up 30 days ago or earlier, and returns how many. */
  public int deleteGivenUp() {
    return messages.deleteGivenUp(KEEP_GIVEN_UP);
  }
}
