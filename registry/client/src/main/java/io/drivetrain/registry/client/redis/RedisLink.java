package io.drivetrain.registry.client.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * A link to a Redis that may be away, slow, or refuse the password. No caller ever waits for a
 * connection: commands are sent on a live session or refused at once. One thread looks after the
 * session: it connects, pings, and connects again.
 *
 * <p>Lettuce's own reconnect is off: it does not arm client tracking again, so that a near cache
 * would stay stale for ever. Here a lost connection ends the session, and a new session is armed
 * before anybody sees it. A command that times out ends the session as well, so that a Redis that
 * hangs costs one caller one time-out, not every caller one.
 */
public final class RedisLink implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration PING_INTERVAL = Duration.ofSeconds(1);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(1);
  private static final int THREADS = 2;

  /** Told about the link's life, on Lettuce's or the link's thread: must return at once. */
  public interface Listener {
    /** A new session is armed; what was known from an earlier one is void. */
    void linked();

    /** The session ended, or none came up. */
    void lost(String error);

    /** Another connection changed a key that was read here, or it expired; empty: all keys. */
    void invalidated(Optional<String> key);
  }

  private final RedisURI target;
  private final Duration lookupTimeout;
  private final Duration transferTimeout;
  private final Listener listener;
  private final ClientResources resources;
  private final RedisClient client;
  private final AtomicReference<Optional<RedisSession>> session =
      new AtomicReference<>(Optional.empty());
  private final Thread keeper;

  /** Does nothing before it is started. */
  public RedisLink(URI uri, Duration lookupTimeout, Duration transferTimeout, Listener listener) {
    this.target = RedisURI.create(uri);
    this.target.setTimeout(lookupTimeout);
    this.target.setClientName("drivetrain-registry-client");
    this.lookupTimeout = lookupTimeout;
    this.transferTimeout = transferTimeout;
    this.listener = listener;
    this.resources =
        DefaultClientResources.builder()
            .ioThreadPoolSize(THREADS)
            .computationThreadPoolSize(THREADS)
            .build();
    this.client = RedisClient.create(resources);
    this.client.setOptions(options(lookupTimeout));
    this.keeper = Thread.ofVirtual().name("redis-link").unstarted(this::keep);
  }

  /** Returns at once; the first session comes up in the background. */
  public void start() {
    keeper.start();
  }

  /**
   * Runs a command on the tracked connection: keys that it reads are invalidated when they change.
   */
  <T> T lookUp(Function<RedisAsyncCommands<String, String>, RedisFuture<T>> command)
      throws RedisUnavailableException {
    RedisSession live = live();
    return await(live, lookupTimeout, () -> command.apply(live.tracked()));
  }

  /** Runs a command that moves many bytes, on a connection of its own. */
  <T> T transfer(Function<RedisAsyncCommands<String, byte[]>, RedisFuture<T>> command)
      throws RedisUnavailableException {
    RedisSession live = live();
    return await(live, transferTimeout, () -> command.apply(live.transfers()));
  }

  @Override
  public void close() {
    keeper.interrupt();
    awaitKeeper();
    client.shutdown(Duration.ZERO, CLOSE_PATIENCE);
    resources.shutdown(0, CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void awaitKeeper() {
    try {
      keeper.join(CLOSE_PATIENCE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private RedisSession live() throws RedisUnavailableException {
    return session.get().orElseThrow(() -> new RedisUnavailableException("Redis is not connected"));
  }

  private interface Command<T> {
    RedisFuture<T> send();
  }

  private static <T> T await(RedisSession live, Duration timeout, Command<T> command)
      throws RedisUnavailableException {
    try {
      return RedisReplies.await(command.send(), timeout);
    } catch (RedisReplies.RefusedException refused) {
      throw new RedisUnavailableException(refused);
    } catch (RedisUnavailableException silent) {
      live.end(silent.getMessage());
      throw silent;
    } catch (RedisException closed) {
      live.end(RedisErrors.describe(closed));
      throw new RedisUnavailableException(closed);
    }
  }

  private void keep() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        listener.lost(liveOnce());
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** One session from its start to its end. Gives why it ended. */
  private String liveOnce() throws InterruptedException {
    try (RedisSession opened = RedisSession.open(client, target, lookupTimeout)) {
      opened.arm(listener);
      session.set(Optional.of(opened));
      listener.linked();
      return opened.awaitEnd(PING_INTERVAL);
    } catch (RuntimeException | RedisUnavailableException failed) {
      return RedisErrors.describe(failed);
    } finally {
      session.set(Optional.empty());
    }
  }

  private static ClientOptions options(Duration connectTimeout) {
    return ClientOptions.builder()
        .autoReconnect(false)
        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
        .protocolVersion(ProtocolVersion.RESP3)
        .socketOptions(SocketOptions.builder().connectTimeout(connectTimeout).build())
        .build();
  }
}
