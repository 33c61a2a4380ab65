package io.drivetrain.registry.client.redis;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Small values by name: near cache, then Redis, then their source. "There is no such thing" is a
 * value too, kept for a shorter time.
 *
 * <p>The source's owner deletes the key after each change. A reader must not write back what it
 * read before that change: it first puts a lease into the key, and replaces the lease by the value
 * in one step. Where the lease is gone by then, the value may be old, and is read again.
 */
public final class PointerCache<V> {
  private static final Duration ABSENT_KEPT = Duration.ofSeconds(1);
  private static final Duration LEASE_KEPT = Duration.ofSeconds(10);
  private static final String ABSENT = "absent";
  private static final String LEASE = "reading:";
  private static final int ROUNDS = 3;

  private static final String REPLACE =
      """
      if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
      redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
      return 1
      """;

  /**
   * How a value looks in Redis; its text must not be {@code absent} nor start with {@code
   * reading:}.
   */
  public interface Format<V> {
    String write(V value);

    /** Empty when the text cannot be read: anybody may write to Redis. */
    Optional<V> read(String text);
  }

  private final RedisLink link;
  private final String prefix;
  private final Format<V> format;
  private final Duration kept;
  private final NearCache<Optional<V>> near;

  /**
   * @param kept how long a value is kept at most
   */
  public PointerCache(RedisLink link, String prefix, Format<V> format, Duration kept) {
    this.link = link;
    this.prefix = prefix;
    this.format = format;
    this.kept = kept;
    this.near = new NearCache<>(kept);
  }

  /**
   * @param source asked when neither cache knows; what it throws is thrown
   */
  public Optional<V> get(String name, Supplier<Optional<V>> source) {
    String key = prefix + name;
    Optional<Optional<V>> known = near.get(key);
    if (known.isPresent()) {
      return known.get();
    }
    try {
      return throughRedis(key, source);
    } catch (RedisUnavailableException away) {
      return source.get();
    }
  }

  /** Changes with each invalidation: what was read in another epoch may be old. */
  public long epoch() {
    return near.epoch();
  }

  /** Drops a value here and in Redis, so that the source is asked next. */
  public void forget(String name) {
    String key = prefix + name;
    near.invalidate(key);
    try {
      link.lookUp(redis -> redis.del(key));
    } catch (RedisUnavailableException away) {
      // What Redis still holds expires by itself before long.
    }
  }

  /** Redis says that a key changed. Gives the name, if the key is one of ours. */
  public Optional<String> invalidated(String key) {
    near.invalidate(key);
    return key.startsWith(prefix) ? Optional.of(key.substring(prefix.length())) : Optional.empty();
  }

  /** Invalidations may have been missed. */
  public void clear() {
    near.clear();
  }

  private Optional<V> throughRedis(String key, Supplier<Optional<V>> source)
      throws RedisUnavailableException {
    Optional<V> fresh = Optional.empty();
    for (int round = 0; round < ROUNDS; round++) {
      long epoch = near.epoch();
      Optional<String> text = Optional.ofNullable(link.lookUp(redis -> redis.get(key)));
      if (text.isPresent() && text.get().startsWith(LEASE)) {
        return source.get();
      }
      Optional<Optional<V>> value = text.flatMap(this::read);
      if (value.isPresent()) {
        near.put(key, value.get(), epoch);
        return value.get();
      }
      if (text.isPresent()) {
        link.lookUp(redis -> redis.del(key));
      }
      fresh = underLease(key, source);
    }
    return fresh;
  }

  /** Reads the source, and leaves the value in Redis unless the key was touched meanwhile. */
  private Optional<V> underLease(String key, Supplier<Optional<V>> source)
      throws RedisUnavailableException {
    String lease = LEASE + UUID.randomUUID();
    link.lookUp(redis -> redis.set(key, lease, SetArgs.Builder.nx().px(LEASE_KEPT.toMillis())));
    Optional<V> fresh;
    try {
      fresh = source.get();
    } catch (RuntimeException failed) {
      replace(key, lease, "", Duration.ofMillis(1));
      throw failed;
    }
    replace(
        key,
        lease,
        fresh.map(format::write).orElse(ABSENT),
        fresh.isPresent() ? kept : ABSENT_KEPT);
    return fresh;
  }

  private void replace(String key, String lease, String text, Duration kept)
      throws RedisUnavailableException {
    String[] keys = {key};
    link.lookUp(redis ->
        redis.eval(
            REPLACE, ScriptOutputType.INTEGER, keys, lease, text, Long.toString(kept.toMillis())));
  }

  /** Empty: not a value. */
  private Optional<Optional<V>> read(String text) {
    return text.equals(ABSENT)
        ? Optional.of(Optional.empty())
        : format.read(text).map(Optional::of);
  }
}
