package io.drivetrain.registry.model;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Drops the cached lookups of a model after its change is committed. No answer waits for it:
 * without Redis there is nothing to drop, and what it kept lives for seconds only.
 */
@ApplicationScoped
public class ModelCacheInvalidation {
  private static final Logger LOG = Logger.getLogger(ModelCacheInvalidation.class);
  private static final String KEY_PREFIX = "drivetrain:model:";

  private final RedisClient client;
  private final RedisURI uri;
  private final AtomicBoolean away = new AtomicBoolean();
  private CompletableFuture<StatefulRedisConnection<String, String>> connection;

  ModelCacheInvalidation(ModelCacheConfig config) {
    this.uri = RedisURI.create(config.url());
    this.uri.setTimeout(config.timeout());
    config
        .password()
        .ifPresent(password ->
            this.uri.setCredentialsProvider(
                RedisCredentialsProvider.from(
                    () -> RedisCredentials.just(config.user().orElse(null), password))));
    this.client = RedisClient.create();
    this.client.setOptions(
        ClientOptions.builder()
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .build());
  }

  void onCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) ModelChanged change) {
    connected()
        .thenCompose(redis -> redis.async().del(KEY_PREFIX + change.name()))
        .whenComplete((_, failure) -> tell(failure));
  }

  /** Lettuce mends a lost connection by itself, but does not try a first one again. */
  private synchronized CompletableFuture<StatefulRedisConnection<String, String>> connected() {
    if (connection == null || connection.isCompletedExceptionally()) {
      connection = client.connectAsync(StringCodec.UTF8, uri).toCompletableFuture();
    }
    return connection;
  }

  /** Once when Redis goes away, and once when it is back. */
  private void tell(Throwable failure) {
    if (failure == null && away.compareAndSet(true, false)) {
      LOG.info("Redis is back: changes of models are told to the caches again.");
    }
    if (failure != null && away.compareAndSet(false, true)) {
      LOG.warnf(
          "Redis at %s:%d is away (%s): caches see changes of models a few seconds late.",
          uri.getHost(), uri.getPort(), failure.getMessage());
    }
  }

  @PreDestroy
  void close() {
    client.shutdown();
  }
}
