package io.drivetrain.registry.client.redis;

import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Bytes by their own hash: nobody needs to believe Redis, as what it gives is hashed again. */
public final class ByteCache {
  private static final Duration KEPT = Duration.ofDays(7);

  private final RedisLink link;
  private final String prefix;
  private final Function<byte[], String> hashOf;
  private final long maxBytes;

  /**
   * @param maxBytes larger content is neither kept nor fetched
   */
  public ByteCache(RedisLink link, String prefix, Function<byte[], String> hashOf, long maxBytes) {
    this.link = link;
    this.prefix = prefix;
    this.hashOf = hashOf;
    this.maxBytes = maxBytes;
  }

  /** The content with this hash; an entry with other content is dropped. */
  public Optional<byte[]> get(String hash) {
    String key = prefix + hash;
    try {
      long length = link.transfer(redis -> redis.strlen(key));
      if (length == 0) {
        return Optional.empty();
      }
      Optional<byte[]> content = length > maxBytes ? Optional.empty() : fetch(key);
      if (content.isEmpty() || !hashOf.apply(content.get()).equals(hash)) {
        link.transfer(redis -> redis.del(key));
        return Optional.empty();
      }
      return content;
    } catch (RedisUnavailableException away) {
      return Optional.empty();
    }
  }

  public void put(String hash, byte[] content) {
    if (content.length > maxBytes) {
      return;
    }
    try {
      link.transfer(
          redis -> redis.set(prefix + hash, content, SetArgs.Builder.px(KEPT.toMillis())));
    } catch (RedisUnavailableException away) {
      // The next reader asks the source again.
    }
  }

  private Optional<byte[]> fetch(String key) throws RedisUnavailableException {
    return Optional.ofNullable(link.transfer(redis -> redis.get(key)));
  }
}
