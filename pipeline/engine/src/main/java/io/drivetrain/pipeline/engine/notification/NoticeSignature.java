package io.drivetrain.pipeline.engine.notification;

import io.drivetrain.outbox.webhook.HmacSha256;
import java.util.HexFormat;

/**
 * Proves who sent a notice, and when: a receiver refuses what is old or signed with another secret.
 */
final class NoticeSignature {
  private NoticeSignature() {}

  /**
   * {@code sha256=} and the hexadecimal HMAC-SHA256 of timestamp, full stop and body.
   *
   * @param timestamp seconds since 1970, as in the header
   */
  static String of(String secret, String timestamp, String body) {
    return "sha256=" + HexFormat.of().formatHex(HmacSha256.of(secret, timestamp + "." + body));
  }
}
