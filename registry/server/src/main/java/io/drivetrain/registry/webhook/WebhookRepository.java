package io.drivetrain.registry.webhook;

import io.drivetrain.registry.sql.Database;
import io.drivetrain.registry.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
  record Row(
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

    /** Of what happens after it was set up. */
    boolean isToldOf(WebhookTopic topic, Instant at) {
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

  void insert(Row row) {
    database.update(
        Sql.of(
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
            row.updatedAt()));
  }

  void update(Row row) {
    database.update(
        Sql.of(
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
            row.id()));
  }

  private static List<String> keys(Row row) {
    return row.topics().stream().map(WebhookTopic::key).toList();
  }

  boolean delete(String webhookId) {
    return database.update(Sql.of("delete from webhook where webhook_id = ?", webhookId)) > 0;
  }

  Optional<Row> byWebhookId(String webhookId) {
    return database.first(
        Sql.of("select * from webhook where webhook_id = ?", webhookId), WebhookRepository::read);
  }

  /** Locked until the end of the transaction. */
  Optional<Row> lock(String webhookId) {
    return database.first(
        Sql.of("select * from webhook where webhook_id = ? for update", webhookId),
        WebhookRepository::read);
  }

  /** The newest first, of those with a smaller id. */
  List<Row> page(long before, int limit) {
    return database.list(
        Sql.of("select * from webhook where id < ? order by id desc limit ?", before, limit),
        WebhookRepository::read);
  }

  List<Row> active() {
    return database.list(
        Sql.of("select * from webhook where status = 'ACTIVE' order by id"),
        WebhookRepository::read);
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getString("webhook_id"),
        row.getString("name"),
        row.getString("description"),
        row.getString("url"),
        Arrays.stream((String[]) row.getArray("events").getArray())
            .map(WebhookTopic::ofKey)
            .toList(),
        row.getBytes("secret"),
        WebhookStatus.valueOf(row.getString("status")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }
}
