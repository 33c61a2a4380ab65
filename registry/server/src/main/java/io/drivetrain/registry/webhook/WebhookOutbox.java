package io.drivetrain.registry.webhook;

import io.drivetrain.database.Database;
import io.drivetrain.outbox.Outbox;
import io.drivetrain.outbox.OutboxMessage;
import io.drivetrain.outbox.OutboxRules;
import io.drivetrain.registry.audit.AuditFeed;
import io.drivetrain.registry.audit.AuditFeed.Numbered;
import io.drivetrain.registry.audit.AuditQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Stores for each change in the audit trail what is to be sent to whom, exactly once. */
@ApplicationScoped
public class WebhookOutbox {
  private static final int BATCH = 500;
  private static final double PAUSE_GROWTH = 4;

  private final AuditFeed feed;
  private final WebhookRepository webhooks;
  private final WebhookProgress progress;
  private final Outbox<Numbered> outbox;

  WebhookOutbox(
      AuditFeed feed,
      WebhookRepository webhooks,
      WebhookProgress progress,
      WebhookChannel channel,
      WebhookConfig config,
      Database database) {
    this.feed = feed;
    this.webhooks = webhooks;
    this.progress = progress;
    this.outbox = new Outbox<>(database, List.of(channel), rules(config));
  }

  private static OutboxRules rules(WebhookConfig config) {
    return new OutboxRules(
        config.timeout().multipliedBy(2), config.maxAttempts(), config.firstPause(), PAUSE_GROWTH);
  }

  /** Whether there may be more. */
  @Transactional
  public boolean fill() {
    var position = progress.lock();
    if (position.isEmpty()) {
      return false;
    }
    // Before the webhooks are read: what comes later may be for a webhook that comes later too.
    long newest = feed.newest();
    if (newest == position.get()) {
      return false;
    }
    long next = webhooks.active().isEmpty() ? newest : storeBatch(position.get(), newest);
    progress.set(next);
    return next < newest;
  }

  private long storeBatch(long position, long newest) {
    var batch =
        feed.after(position, AuditQuery.EVERYTHING, BATCH).stream()
            .takeWhile(numbered -> numbered.position() <= newest)
            .toList();
    batch.forEach(numbered -> outbox.store(numbered, String.valueOf(numbered.position())));
    return batch.isEmpty() ? newest : batch.getLast().position();
  }

  List<OutboxMessage> claim(int most) {
    return outbox.claim(most);
  }

  void send(OutboxMessage message) {
    outbox.send(message);
  }

  /** What still waits for a webhook. */
  void deleteOf(String webhookId) {
    outbox.deleteOfTarget(WebhookChannel.NAME, webhookId);
  }

  void deleteGivenUp() {
    outbox.deleteGivenUp();
  }
}
