package io.drivetrain.registry.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drivetrain.registry.audit.AuditEntry;
import io.drivetrain.registry.audit.AuditFeed;
import io.drivetrain.registry.audit.AuditQuery;
import io.drivetrain.registry.webhook.WebhookRepository.StoredWebhook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Writes for each change in the audit trail what is to be sent to whom, exactly once. */
@ApplicationScoped
@Transactional
public class WebhookOutbox {
  private static final int BATCH = 500;

  private final AuditFeed feed;
  private final WebhookNews news;
  private final WebhookRepository webhooks;
  private final DeliveryRepository deliveries;
  private final ObjectMapper mapper;
  private final Clock clock;

  WebhookOutbox(
      AuditFeed feed,
      WebhookNews news,
      WebhookRepository webhooks,
      DeliveryRepository deliveries,
      ObjectMapper mapper,
      Clock clock) {
    this.feed = feed;
    this.news = news;
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.mapper = mapper;
    this.clock = clock;
  }

  /** Whether there may be more. */
  public boolean fill() {
    var progress = deliveries.lockProgress();
    if (progress.isEmpty()) {
      return false;
    }
    // Before the webhooks are read: what comes later may be for a webhook that comes later too.
    long newest = feed.newest();
    if (newest == progress.get()) {
      return false;
    }
    var active = webhooks.active();
    long next = active.isEmpty() ? newest : writeBatch(progress.get(), newest, active);
    deliveries.setProgress(next);
    return next < newest;
  }

  private long writeBatch(long progress, long newest, List<StoredWebhook> active) {
    var batch =
        feed.after(progress, AuditQuery.EVERYTHING, BATCH).stream()
            .takeWhile(numbered -> numbered.position() <= newest)
            .toList();
    batch.forEach(numbered -> write(numbered.entry(), active));
    return batch.isEmpty() ? newest : batch.getLast().position();
  }

  private void write(AuditEntry entry, List<StoredWebhook> active) {
    WebhookNews.topicOf(entry)
        .ifPresent(topic -> {
          var receivers = active.stream().filter(row -> row.isToldOf(topic, entry.at())).toList();
          if (!receivers.isEmpty()) {
            var body = json(news.message(topic, entry));
            receivers.forEach(row -> deliveries.insert(row.id(), body, clock.instant()));
          }
        });
  }

  String json(WebhookMessage message) {
    try {
      return mapper.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts and maps can always be written", e);
    }
  }
}
