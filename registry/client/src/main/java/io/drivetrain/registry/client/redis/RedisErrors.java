package io.drivetrain.registry.client.redis;

/** Lettuce wraps an error several times; the innermost one says what happened. */
final class RedisErrors {
  private RedisErrors() {}

  static String describe(Throwable error) {
    Throwable innermost = error;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String message = innermost.getMessage();
    return message == null ? innermost.getClass().getSimpleName() : message;
  }
}
