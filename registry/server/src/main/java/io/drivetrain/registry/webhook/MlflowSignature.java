package io.drivetrain.registry.webhook;

import io.drivetrain.outbox.webhook.HmacSha256;
import java.util.Base64;

/** MLflow's signature: HMAC-SHA256 over {@code <delivery id>.<unix seconds>.<body>}. */
final class MlflowSignature {
  private MlflowSignature() {}

  static String of(String secret, String deliveryId, long unixSeconds, String body) {
    var hash = HmacSha256.of(secret, deliveryId + "." + unixSeconds + "." + body);
    return "v1," + Base64.getEncoder().encodeToString(hash);
  }
}
