package io.drivetrain.pipeline.engine.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionConfigTest {
  private static final String KEY = "drivetrain.retention.runs";

  @Test
  void keepsHalfAYearOfRunsUnlessItIsToldOtherwise() {
    assertThat(configured(Map.of()).runs()).contains(Duration.ofDays(180));
    assertThat(configured(Map.of(KEY, "90d")).runs()).contains(Duration.ofDays(90));
    assertThat(configured(Map.of(KEY, "")).runs()).isEmpty();
  }

  @Test
  void takesNoNumberOfDaysForSeconds() {
    Optional<Duration> wrong = configured(Map.of(KEY, "180")).runs();

    assertThatThrownBy(() -> RetentionCleanup.requireLong(KEY, wrong))
        .hasMessage(
            "drivetrain.retention.runs is PT3M; it must be at least one day, such as 30d. Leave it empty to keep everything.");
    assertThatCode(() -> RetentionCleanup.requireLong(KEY, Optional.empty()))
        .doesNotThrowAnyException();
  }

  private static RetentionConfig configured(Map<String, String> settings) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .withMapping(RetentionConfig.class)
            .withConverter(Duration.class, 200, new DurationConverter());
    settings.forEach(builder::withDefaultValue);
    return builder.build().getConfigMapping(RetentionConfig.class);
  }
}
