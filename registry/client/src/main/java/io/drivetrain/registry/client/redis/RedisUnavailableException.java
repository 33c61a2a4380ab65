package io.drivetrain.registry.client.redis;

/** Redis cannot help with this lookup now; ask the source of truth. */
public final class RedisUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  RedisUnavailableException(String message) {
    super(message);
  }

  RedisUnavailableException(Throwable cause) {
    super(RedisErrors.describe(cause), cause);
  }
}
