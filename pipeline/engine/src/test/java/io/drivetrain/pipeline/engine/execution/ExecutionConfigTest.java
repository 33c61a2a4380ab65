package io.drivetrain.pipeline.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class ExecutionConfigTest {
  private static final String OLD = "DRIVETRAIN_EXECUTION_MOST_DEAF_WORKERS";
  private static final String NEW = "DRIVETRAIN_EXECUTION_MOST_STUCK_WORKERS";

  @Test
  void toleratesThreeStuckWorkersByDefault() {
    assertThat(configured(Map.of()).mostStuckWorkers()).isEqualTo(3);
  }

  @Test
  void readsTheOldNameOfASettingAndSaysSo() {
    ExecutionConfig config = configured(Map.of(OLD, "7"));

    assertThat(config.mostStuckWorkers()).isEqualTo(7);
    assertThat(warnings(config))
        .containsExactly(
            "drivetrain.execution.most-deaf-workers is now called"
                + " drivetrain.execution.most-stuck-workers. The old name is read for one more"
                + " release.");
  }

  @Test
  void prefersTheNewName() {
    assertThat(configured(Map.of(OLD, "7", NEW, "5")).mostStuckWorkers()).isEqualTo(5);
    assertThat(warnings(configured(Map.of(NEW, "5")))).isEmpty();
  }

  private static ExecutionConfig configured(Map<String, String> environment) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withMapping(ExecutionConfig.class)
        .withConverter(Duration.class, 200, new DurationConverter())
        .withSources(new EnvConfigSource(environment, 300))
        .build()
        .getConfigMapping(ExecutionConfig.class);
  }

  private static List<String> warnings(ExecutionConfig config) {
    List<String> warnings = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            warnings.add(entry.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger(ExecutionThreads.class.getName());
    logger.addHandler(handler);
    try {
      ExecutionThreads.warnOfOldNames(config);
    } finally {
      logger.removeHandler(handler);
    }
    return warnings;
  }
}
