package io.drivetrain.pipeline.engine.outbox;

import io.drivetrain.pipeline.engine.outbox.OutboxRepository.Posted;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Makes letters of what happened, and sends them until they have arrived. */
@ApplicationScoped
public class OutboxService {
  private static final Logger LOG = Logger.getLogger(OutboxService.class);
  private static final int BATCH = 100;

  private final OutboxRepository outbox;
  private final Map<String, Channel> channels;
  private final OutboxConfig config;

  OutboxService(OutboxRepository outbox, @All List<Channel> channels, OutboxConfig config) {
    this.outbox = outbox;
    this.channels = channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
    this.config = config;
  }

  /** Tells the outside what happened, as far as it listens now. */
  public void empty() {
    while (QuarkusTransaction.requiringNew().call(this::write) == BATCH) {
      LOG.debugf("There is more to tell than %d happenings", BATCH);
    }
    Optional<Posted> next = outbox.takeDue(config.backoff());
    while (next.isPresent()) {
      send(next.orElseThrow());
      next = outbox.takeDue(config.backoff());
    }
  }

  private int write() {
    List<Happening> happenings = outbox.takeHappenings(BATCH);
    happenings.forEach(
        happening -> channels.values().forEach(channel -> write(channel, happening)));
    return happenings.size();
  }

  private void write(Channel channel, Happening happening) {
    letters(channel, happening)
        .forEach(
            (target, payload) -> outbox.insert(channel.name(), target, happening.runId(), payload));
  }

  /** One channel that cannot make its letters must not hold up the others. */
  private static Map<String, String> letters(Channel channel, Happening happening) {
    try {
      return channel.letters(happening);
    } catch (RuntimeException error) {
      LOG.errorf(
          error,
          "%s of run %s is not told by %s",
          happening.what(),
          happening.runId(),
          channel.name());
      return Map.of();
    }
  }

  private void send(Posted posted) {
    Letter letter = posted.letter();
    try {
      channels.get(posted.channel()).send(letter);
      outbox.delivered(letter.id());
    } catch (Exception error) { // whatever a channel throws
      if (error instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      boolean isLast = posted.tries() >= config.tries();
      outbox.failed(letter.id(), String.valueOf(error.getMessage()), isLast);
      LOG.warnf(
          "%s to %s was not delivered (try %d of %d%s): %s",
          posted.channel(),
          letter.target(),
          posted.tries(),
          config.tries(),
          isLast ? ", given up" : "",
          error.getMessage());
    }
  }
}
