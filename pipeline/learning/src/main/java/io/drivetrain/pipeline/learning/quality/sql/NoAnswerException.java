package io.drivetrain.pipeline.learning.quality.sql;

import java.sql.SQLException;

/** A query that was right, but gave nothing to go by; the message is for the author. */
final class NoAnswerException extends SQLException {
  NoAnswerException(String message) {
    super(message);
  }
}
