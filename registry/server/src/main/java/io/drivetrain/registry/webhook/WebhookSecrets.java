package io.drivetrain.registry.webhook;

import io.drivetrain.registry.protocol.RegistryException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secrets with AES-256-GCM. A secret is bound to its webhook: moved, it cannot be read.
 */
@ApplicationScoped
class WebhookSecrets {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Optional<SecretKey> key;
  private final SecureRandom random = new SecureRandom();

  WebhookSecrets(WebhookConfig config) {
    this.key = config.key().map(WebhookSecrets::key);
  }

  private static SecretKey key(String base64) {
    try {
      var bytes = Base64.getDecoder().decode(base64);
      if (bytes.length == KEY_BYTES) {
        return new SecretKeySpec(bytes, "AES");
      }
    } catch (IllegalArgumentException e) {
      // Told below, without the key.
    }
    throw new IllegalStateException(
        "DRIVETRAIN_WEBHOOK_KEY must be 32 bytes in Base64: openssl rand -base64 32");
  }

  /** The nonce, then the cipher text. */
  byte[] encrypt(String webhookId, String secret) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    var text =
        apply(Cipher.ENCRYPT_MODE, webhookId, nonce, secret.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(nonce.length + text.length).put(nonce).put(text).array();
  }

  /** Nothing of nothing. */
  Optional<String> decrypt(String webhookId, byte[] encrypted) {
    return encrypted.length == 0
        ? Optional.empty()
        : Optional.of(decryptSome(webhookId, encrypted));
  }

  private String decryptSome(String webhookId, byte[] encrypted) {
    var buffer = ByteBuffer.wrap(encrypted);
    var nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    var text = new byte[buffer.remaining()];
    buffer.get(text);
    return new String(apply(Cipher.DECRYPT_MODE, webhookId, nonce, text), StandardCharsets.UTF_8);
  }

  private byte[] apply(int mode, String webhookId, byte[] nonce, byte[] input) {
    try {
      var cipher = Cipher.getInstance(CIPHER);
      cipher.init(
          mode, key.orElseThrow(WebhookSecrets::noKey), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(webhookId.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw RegistryException.invalid(
          "The secret of webhook %s cannot be read with the present DRIVETRAIN_WEBHOOK_KEY. Set the secret again."
              .formatted(webhookId));
    }
  }

  private static RegistryException noKey() {
    return RegistryException.invalid(
        "This server cannot keep secrets of webhooks: it has no DRIVETRAIN_WEBHOOK_KEY (openssl rand -base64 32).");
  }
}
