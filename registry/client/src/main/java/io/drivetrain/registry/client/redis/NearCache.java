package io.drivetrain.registry.client.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The copy in this process. A value that was read before an invalidation arrived is not kept after
 * it: the reader names the epoch in which it began to read, and each invalidation begins a new one.
 */
final class NearCache<V> {
  private static final int MAX_ENTRIES = 1_000;

  private final Cache<String, V> values;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile long epoch;

  /**
   * @param longest how long a value is kept at most, should an invalidation ever be missed
   */
  NearCache(Duration longest) {
    values = Caffeine.newBuilder().maximumSize(MAX_ENTRIES).expireAfterWrite(longest).build();
  }

  Optional<V> get(String key) {
    return Optional.ofNullable(values.getIfPresent(key));
  }

  long epoch() {
    return epoch;
  }

  void put(String key, V value, long epochOfRead) {
    lock.lock();
    try {
      if (epoch == epochOfRead) {
        values.put(key, value);
      }
    } finally {
      lock.unlock();
    }
  }

  void invalidate(String key) {
    lock.lock();
    try {
      epoch++;
      values.invalidate(key);
    } finally {
      lock.unlock();
    }
  }

  void clear() {
    lock.lock();
    try {
      epoch++;
      values.invalidateAll();
    } finally {
      lock.unlock();
    }
  }
}
