package io.drivetrain.registry.webhook;

import io.drivetrain.database.Database;
import io.drivetrain.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plain JDBC: the rows are read by loops more than by requests. */
@ApplicationScoped
class WebhookRepository {
  private final Database database;

  WebhookRepository(Database database) {
    this.database = database;
  }

  /**
   * A row.
   *
   * @param id 0 before it is inserted
   * @param secret encrypted; empty without one
   */
  record StoredWebhook(
      long id,
      String webhookId,
      String name,
      String description,
      String url,
      List<WebhookTopic> topics,
      byte[] secret,
      WebhookStatus status,
      Instant createdAt,
      Instant updatedAt) {

    /** Only changes after it was set up count. */
    boolean subscribesTo(WebhookTopic topic, Instant at) {
      return topics.contains(topic) && !at.isBefore(createdAt);
    }

    Webhook toWire() {
      return new Webhook(
          webhookId,
          name,
          description,
          url,
          topics.stream().map(WebhookTopic::toWire).toList(),
          status,
          createdAt.toEpochMilli(),
          updatedAt.toEpochMilli());
    }
  }

  void insert(StoredWebhook row) {
    database.update(
        """
        insert into webhook
          (webhook_id, name, description, url, events, secret, status, created_at, updated_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        row.webhookId(),
        row.name(),
        row.description(),
        row.url(),
        keys(row),
        row.secret(),
        row.status().name(),
        row.createdAt(),
        row.updatedAt());
  }

  void update(StoredWebhook row) {
    database.update(
        """
        update webhook set name = ?, description = ?, url = ?, events = ?, secret = ?,
          status = ?, updated_at = ?
        where id = ?
        """,
        row.name(),
        row.description(),
        row.url(),
        keys(row),
        row.secret(),
        row.status().name(),
        row.updatedAt(),
        row.id());
  }

  private static List<String> keys(StoredWebhook row) {
    return row.topics().stream().map(WebhookTopic::key).toList();
  }

  boolean delete(String webhookId) {
    return database.update("delete from webhook where webhook_id = ?", webhookId) > 0;
  }

  Optional<StoredWebhook> byWebhookId(String webhookId) {
    return database.find(
        WebhookRepository::read, "select * from webhook where webhook_id = ?", webhookId);
  }

  /** Locked until the end of the transaction. */
  Optional<StoredWebhook> lock(String webhookId) {
    return database.find(
        WebhookRepository::read,
        "select * from webhook where webhook_id = ? for update",
        webhookId);
  }

  /** The newest first, of those with a smaller id. */
  List<StoredWebhook> page(long before, int limit) {
    return database.query(
        WebhookRepository::read,
        "select * from webhook where id < ? order by id desc limit ?",
        before,
        limit);
  }

  List<StoredWebhook> active() {
    return database.query(
        WebhookRepository::read, "select * from webhook where status = 'ACTIVE' order by id");
  }

  Set<String> disabled() {
    return Set.copyOf(
        database.query(
            row -> row.text("webhook_id"),
            "select webhook_id from webhook where status = 'DISABLED'"));
  }

  private static StoredWebhook read(Row row) throws SQLException {
    return new StoredWebhook(
        row.number("id"),
        row.text("webhook_id"),
        row.text("name"),
        row.text("description"),
        row.text("url"),
        row.texts("events").stream().map(WebhookTopic::ofKey).toList(),
        row.bytes("secret"),
        row.constant(WebhookStatus.class, "status"),
        row.instant("created_at"),
        row.instant("updated_at"));
  }
}
