package io.drivetrain.registry.webhook;

import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.Refusal;
import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.search.PageToken;
import io.drivetrain.registry.webhook.WebhookRepository.StoredWebhook;
import io.drivetrain.registry.webhook.WebhookRequest.CreateWebhook;
import io.drivetrain.registry.webhook.WebhookRequest.UpdateWebhook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Webhooks: who subscribes to what. A secret goes in and never comes out. */
@ApplicationScoped
@Transactional
public class WebhookService {
  private static final int MAX_PAGE = 1000;
  private static final int MAX_DESCRIPTION = 5000;
  private static final int MAX_SECRET = 1000;
  private static final byte[] NO_SECRET = {};
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

  /**
   * One page, the newest first.
   *
   * @param nextPageToken null on the last page
   */
  public record Page(List<Webhook> webhooks, String nextPageToken) {}

  private final WebhookRepository repository;
  private final WebhookTargets targets;
  private final WebhookSecrets secrets;
  private final WebhookOutbox outbox;
  private final Clock clock;

  WebhookService(
      WebhookRepository repository,
      WebhookTargets targets,
      WebhookSecrets secrets,
      WebhookOutbox outbox,
      Clock clock) {
    this.repository = repository;
    this.targets = targets;
    this.secrets = secrets;
    this.outbox = outbox;
    this.clock = clock;
  }

  public Webhook create(CreateWebhook request) {
    check(request.name(), request.description(), request.url());
    var id = UUID.randomUUID().toString();
    var now = now();
    var row =
        new StoredWebhook(
            0,
            id,
            request.name(),
            request.description(),
            request.url(),
            topics(request.events()),
            encrypted(id, request.secret()),
            request.status(),
            now,
            now);
    repository.insert(row);
    return row.toWire();
  }

  public Webhook update(String webhookId, UpdateWebhook request) {
    var old = repository.lock(webhookId).orElseThrow(() -> unknown(webhookId));
    var row =
        new StoredWebhook(
            old.id(),
            webhookId,
            request.name() == null ? old.name() : request.name(),
            request.description() == null ? old.description() : request.description(),
            request.url() == null ? old.url() : request.url(),
            request.events().isEmpty() ? old.topics() : topics(request.events()),
            request.secret() == null ? old.secret() : encrypted(webhookId, request.secret()),
            request.status() == null ? old.status() : request.status(),
            old.createdAt(),
            now());
    check(row.name(), row.description(), row.url());
    repository.update(row);
    return row.toWire();
  }

  public Webhook get(String webhookId) {
    return find(webhookId).toWire();
  }

  public Page list(long maxResults, String pageToken) {
    int size = Fields.pageSize(maxResults, MAX_PAGE);
    var query = "webhooks";
    long before = PageToken.read(pageToken, query).map(t -> t.number(0)).orElse(Long.MAX_VALUE);
    var found = repository.page(before, size + 1);
    var page = found.stream().limit(size).toList();
    var next = found.size() > size ? PageToken.after(page.getLast().id()).write(query) : null;
    return new Page(page.stream().map(StoredWebhook::toWire).toList(), next);
  }

  /** With what waits to be sent to it. */
  public void delete(String webhookId) {
    if (!repository.delete(webhookId)) {
      throw unknown(webhookId);
    }
    outbox.deleteOf(webhookId);
  }

  StoredWebhook find(String webhookId) {
    return repository.byWebhookId(webhookId).orElseThrow(() -> unknown(webhookId));
  }

  private void check(String name, String description, String url) {
    if (!NAME.matcher(name).matches()) {
      throw RegistryException.invalid(
          "Invalid webhook name '%s': it must have 1 to 63 letters, digits, '.', '_' or '-', and start and end with a letter or digit."
              .formatted(name));
    }
    Fields.maxLength("Webhook description", description, MAX_DESCRIPTION);
    targets.check(url);
  }

  private static List<WebhookTopic> topics(List<WebhookEvent> events) {
    if (events.isEmpty()) {
      throw RegistryException.invalid("Webhook events must not be empty.");
    }
    return events.stream().map(WebhookEvent::topic).distinct().toList();
  }

  /** An empty secret means none. */
  private byte[] encrypted(String webhookId, String secret) {
    if (secret == null || secret.isEmpty()) {
      return NO_SECRET;
    }
    Fields.maxLength("Webhook secret", secret, MAX_SECRET);
    return secrets.encrypt(webhookId, secret);
  }

  /** The wire has milliseconds, so nothing finer is kept. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static RegistryException unknown(String webhookId) {
    return Refusal.NO_WEBHOOK.with(webhookId);
  }
}
