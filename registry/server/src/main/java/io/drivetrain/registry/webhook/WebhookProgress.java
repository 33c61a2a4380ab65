package io.drivetrain.registry.webhook;

import io.drivetrain.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Up to which position of the audit trail messages are stored. */
@ApplicationScoped
class WebhookProgress {
  private final Database database;

  WebhookProgress(Database database) {
    this.database = database;
  }

  /** Locked until the end of the transaction; empty while another replica has it. */
  Optional<Long> lock() {
    database.update("insert into webhook_progress (position) values (0) on conflict do nothing");
    return database.find(
        row -> row.number("position"),
        "select position from webhook_progress for update skip locked");
  }

  void set(long position) {
    database.update("update webhook_progress set position = ?", position);
  }
}
