package io.drivetrain.registry.client.redis;

import io.drivetrain.registry.client.http.Positive;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;

/**
 * The Redis that processes share for lookups. It only makes them faster: without it, or while it
 * does not answer, every lookup goes to the registry.
 *
 * @param uri {@code redis://[user:password@]host:port}, {@code rediss} for TLS; Redis 6 or newer
 * @param commandTimeout longest wait for one lookup; after it Redis is left aside until it answers
 *     again
 * @param transferTimeout the same for one model file
 * @param pointerLife how long a lookup is kept at most, should the registry not get through to
 *     Redis with the news that it changed
 * @param maxFileBytes largest model file that is kept in Redis, in bytes; larger ones are read from
 *     the registry each time
 */
public record RedisSettings(
    URI uri,
    Duration commandTimeout,
    Duration transferTimeout,
    Duration pointerLife,
    long maxFileBytes) {

  public RedisSettings {
    boolean redis = "redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme());
    if (!redis || uri.getHost() == null) {
      throw new IllegalArgumentException(
          "The Redis URI must look like redis://localhost:6379, but its scheme is %s and its host %s"
              .formatted(uri.getScheme(), uri.getHost()));
    }
    Positive.require("commandTimeout", commandTimeout);
    Positive.require("transferTimeout", transferTimeout);
    Positive.require("pointerLife", pointerLife);
    Positive.require("maxFileBytes", maxFileBytes);
  }

  /** 250 ms a lookup, 2 s a file; lookups are kept for 5 s, files up to 64 MiB. */
  public static RedisSettings at(URI uri) {
    return new RedisSettings(
        uri,
        Duration.ofMillis(250),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        64L * 1024 * 1024);
  }

  /**
   * For a user of Redis, in place of the one in the address.
   *
   * @param user empty: the default user
   * @param password any characters
   */
  public RedisSettings withLogin(String user, String password) {
    String login = encoded(user) + ":" + encoded(password);
    URI bare = uri.getRawUserInfo() == null ? uri : withoutLogin();
    URI complete =
        URI.create(
            bare.toString().replaceFirst("://", Matcher.quoteReplacement("://" + login + "@")));
    return new RedisSettings(complete, commandTimeout, transferTimeout, pointerLife, maxFileBytes);
  }

  private URI withoutLogin() {
    return URI.create(uri.toString().replace(uri.getRawUserInfo() + "@", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Host and port only: the URI may carry a password. */
  @Override
  public String toString() {
    return "RedisSettings[%s:%d]".formatted(uri.getHost(), uri.getPort());
  }
}
