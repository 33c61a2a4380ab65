package io.drivetrain.registry.client.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisFuture;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for replies, and tells a refusal (the connection is fine) from silence. */
final class RedisReplies {
  private RedisReplies() {}

  /** Redis answered with an error: out of memory, wrong type, loading. */
  static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(Throwable cause) {
      super(cause.getMessage(), cause);
    }
  }

  static <T> T await(RedisFuture<T> reply, Duration timeout) throws RedisUnavailableException {
    try {
      return reply.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      reply.cancel(true);
      throw new RedisUnavailableException("no reply within " + timeout.toMillis() + " ms");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RedisCommandExecutionException refused) {
        throw new RefusedException(refused);
      }
      throw new RedisUnavailableException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RefusedException(interrupted);
    }
  }
}
