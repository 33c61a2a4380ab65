package io.drivetrain.registry.client.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NearCacheTest {
  private final NearCache<String> cache = new NearCache<>(Duration.ofHours(1));

  @Test
  void keepsWhatWasReadInTheSameEpoch() {
    cache.put("cars", "1", cache.epoch());

    assertThat(cache.get("cars")).contains("1");
  }

  @Test
  void refusesWhatWasReadBeforeAnInvalidation() {
    long beganToRead = cache.epoch();
    cache.invalidate("cars");

    cache.put("cars", "1", beganToRead);

    assertThat(cache.get("cars")).isEmpty();
  }

  @Test
  void refusesWhatWasReadBeforeEverythingBecameVoid() {
    long beganToRead = cache.epoch();
    cache.clear();

    cache.put("cars", "1", beganToRead);

    assertThat(cache.get("cars")).isEmpty();
  }

  @Test
  void dropsOnlyTheKeyThatChanged() {
    cache.put("cars", "1", cache.epoch());
    cache.put("planes", "2", cache.epoch());

    cache.invalidate("cars");

    assertThat(cache.get("cars")).isEmpty();
    assertThat(cache.get("planes")).contains("2");
  }
}
