package io.drivetrain.registry.client.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisURI;
import io.lettuce.core.TrackingArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.push.PushMessage;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Two connections that live and die together: a tracked one for lookups and one for bytes, so that
 * a large file does not hold up an invalidation.
 */
final class RedisSession implements AutoCloseable, RedisConnectionStateListener {
  private static final RedisCodec<String, byte[]> BYTES =
      RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

  private final Duration timeout;
  private final StatefulRedisConnection<String, String> tracked;
  private final StatefulRedisConnection<String, byte[]> transfers;
  private final CompletableFuture<String> end = new CompletableFuture<>();

  private RedisSession(
      StatefulRedisConnection<String, String> tracked,
      StatefulRedisConnection<String, byte[]> transfers,
      Duration timeout) {
    this.tracked = tracked;
    this.transfers = transfers;
    this.timeout = timeout;
  }

  static RedisSession open(RedisClient client, RedisURI target, Duration timeout) {
    StatefulRedisConnection<String, String> tracked = client.connect(StringCodec.UTF8, target);
    try {
      return new RedisSession(tracked, client.connect(BYTES, target), timeout);
    } catch (RuntimeException failed) {
      tracked.closeAsync();
      throw failed;
    }
  }

  /**
   * Lets Redis push what changes. Our own writes are not pushed back to us (NOLOOP): whoever writes
   * knows.
   */
  void arm(RedisLink.Listener listener) throws RedisUnavailableException {
    tracked.addListener(message -> read(message, listener));
    tracked.addListener(this);
    transfers.addListener(this);
    RedisReplies.await(
        tracked.async().clientTracking(TrackingArgs.Builder.enabled().noloop()), timeout);
    RedisReplies.await(transfers.async().ping(), timeout);
  }

  RedisAsyncCommands<String, String> tracked() {
    return tracked.async();
  }

  RedisAsyncCommands<String, byte[]> transfers() {
    return transfers.async();
  }

  void end(String why) {
    end.complete(why);
  }

  /** Pings until the session ends: a connection that broke silently shows in no other way. */
  String awaitEnd(Duration pingInterval) throws InterruptedException {
    while (true) {
      try {
        return end.get(pingInterval.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException alive) {
        ping();
      } catch (ExecutionException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  @Override
  public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
    end("the connection was closed");
  }

  @Override
  public void close() {
    close(tracked);
    close(transfers);
  }

  /** Redis may have closed it before; Lettuce complains about a second time. */
  private static void close(StatefulRedisConnection<?, ?> connection) {
    if (connection.isOpen()) {
      connection.close();
    }
  }

  private void ping() {
    try {
      RedisReplies.await(tracked.async().ping(), timeout);
      RedisReplies.await(transfers.async().ping(), timeout);
    } catch (RedisUnavailableException | RuntimeException failed) {
      end(RedisErrors.describe(failed));
    }
  }

  /** {@code ["invalidate", [key, ...]]}; null in place of the keys after FLUSHALL. */
  private static void read(PushMessage message, RedisLink.Listener listener) {
    if (!message.getType().equals("invalidate")) {
      return;
    }
    List<Object> content = message.getContent(StringCodec.UTF8::decodeKey);
    if (content.get(1) instanceof List<?> keys) {
      keys.forEach(key -> listener.invalidated(Optional.of((String) key)));
      return;
    }
    listener.invalidated(Optional.empty());
  }
}
