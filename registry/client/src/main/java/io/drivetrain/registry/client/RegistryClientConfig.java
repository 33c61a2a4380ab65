package io.drivetrain.registry.client;

import io.drivetrain.registry.client.http.HttpSettings;
import io.drivetrain.registry.client.http.Positive;
import io.drivetrain.registry.client.redis.RedisSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the registry is, and how a client deals with it.
 *
 * @param trackingUri address of the registry, {@code http} or {@code https}, with or without a path
 *     prefix: {@code http://localhost:5000}
 * @param redis empty: every lookup goes to the registry
 * @param pollInterval how often a watch asks the registry itself, in case that a push was lost
 */
public record RegistryClientConfig(
    URI trackingUri, HttpSettings http, Optional<RedisSettings> redis, Duration pollInterval) {

  public RegistryClientConfig {
    boolean plainHttp = "http".equals(trackingUri.getScheme());
    boolean https = "https".equals(trackingUri.getScheme());
    boolean bare = trackingUri.getRawUserInfo() == null && trackingUri.getRawQuery() == null;
    if (!(plainHttp || https) || trackingUri.getHost() == null || !bare) {
      throw new IllegalArgumentException(
          "The tracking URI must look like http://localhost:5000, without user and query, but its scheme is %s and its host %s"
              .formatted(trackingUri.getScheme(), trackingUri.getHost()));
    }
    Positive.require("pollInterval", pollInterval);
  }

  /** {@link HttpSettings#DEFAULT}, no Redis, a poll each 3 s. */
  public static RegistryClientConfig of(URI trackingUri) {
    return new RegistryClientConfig(
        trackingUri, HttpSettings.DEFAULT, Optional.empty(), Duration.ofSeconds(3));
  }

  /** With {@link RedisSettings#at its defaults}. */
  public RegistryClientConfig withRedis(URI uri) {
    return withRedis(RedisSettings.at(uri));
  }

  public RegistryClientConfig withRedis(RedisSettings settings) {
    return new RegistryClientConfig(trackingUri, http, Optional.of(settings), pollInterval);
  }

  public RegistryClientConfig withHttp(HttpSettings settings) {
    return new RegistryClientConfig(trackingUri, settings, redis, pollInterval);
  }

  public RegistryClientConfig withPollInterval(Duration interval) {
    return new RegistryClientConfig(trackingUri, http, redis, interval);
  }
}
