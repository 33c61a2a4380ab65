package io.drivetrain.registry.webhook;

import io.drivetrain.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The outbox. Plain JDBC: claims need SKIP LOCKED and RETURNING. */
@ApplicationScoped
class DeliveryRepository {
  private final Database database;

  DeliveryRepository(Database database) {
    this.database = database;
  }

  /**
   * A message that this replica sends now.
   *
   * @param attempts with the present one
   */
  record Claimed(
      long id,
      String deliveryId,
      String body,
      int attempts,
      String webhookId,
      String url,
      byte[] secret) {}

  void insert(long webhook, String body, Instant now) {
    database.update(
        "insert into webhook_delivery (delivery_id, webhook, body, due_at) values (?, ?, ?, ?)",
        UUID.randomUUID().toString(),
        webhook,
        body,
        now);
  }

  /** No other replica claims these until the lease is over. */
  List<Claimed> claim(Instant now, Duration lease, int limit) {
    return database.query(
        row ->
            new Claimed(
                row.number("id"),
                row.text("delivery_id"),
                row.text("body"),
                row.integer("attempts"),
                row.text("webhook_id"),
                row.text("url"),
                row.bytes("secret")),
        """
        update webhook_delivery d set attempts = d.attempts + 1, due_at = ?
        from webhook w
        where w.id = d.webhook and d.id in (
          select n.id from webhook_delivery n join webhook nw on nw.id = n.webhook
          where n.due_at <= ? and nw.status = 'ACTIVE'
          order by n.due_at limit ? for update of n skip locked)
        returning d.id, d.delivery_id, d.body, d.attempts, w.webhook_id, w.url, w.secret
        """,
        now.plus(lease),
        now,
        limit);
  }

  void postpone(long id, Instant dueAt) {
    database.update("update webhook_delivery set due_at = ? where id = ?", dueAt, id);
  }

  void delete(long id) {
    database.update("delete from webhook_delivery where id = ?", id);
  }

  /** Locked until the end of the transaction; empty while another replica has it. */
  Optional<Long> lockProgress() {
    database.update("insert into webhook_progress (position) values (0) on conflict do nothing");
    return database.find(
        row -> row.number("position"),
        "select position from webhook_progress for update skip locked");
  }

  void setProgress(long position) {
    database.update("update webhook_progress set position = ?", position);
  }
}
