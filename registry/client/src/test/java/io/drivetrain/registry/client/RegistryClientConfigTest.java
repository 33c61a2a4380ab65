package io.drivetrain.registry.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.drivetrain.registry.client.redis.RedisSettings;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryClientConfigTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost:5000", "file:///tmp", "http:///x", "http://a:b@host", "http://h/?q=1"})
  void refusesATrackingUriThatIsNotAPlainHttpAddress(String uri) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RegistryClientConfig.of(URI.create(uri)))
        .withMessageStartingWith("The tracking URI must look like http://localhost:5000");
  }

  @Test
  void refusesARedisUriOfAnotherScheme() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RedisSettings.at(URI.create("http://localhost:6379")))
        .withMessageStartingWith("The Redis URI must look like redis://localhost:6379");
  }

  @Test
  void refusesAPauseOfNothing() {
    RegistryClientConfig config = RegistryClientConfig.of(URI.create("http://localhost:5000"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> config.withPollInterval(Duration.ZERO))
        .withMessage("pollInterval must be positive, but is PT0S");
  }

  @Test
  void showsNoPassword() {
    RegistryClientConfig config =
        RegistryClientConfig.of(URI.create("http://localhost:5000"))
            .withRedis(URI.create("redis://:s3cret@localhost:6379"));

    assertThat(config.toString()).doesNotContain("s3cret").contains("localhost:6379");
  }
}
