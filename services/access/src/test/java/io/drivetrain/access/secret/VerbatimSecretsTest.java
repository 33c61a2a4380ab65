package io.drivetrain.access.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerbatimSecretsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"a$b", "a${b}c", "$$", "${", "a\\${b}", "$", "p@ss #w0rd", "a,b", "é'\"\\"})
  void aPasswordIsWhatTheEnvironmentSays(String password) {
    SmallRyeConfig config = config(Map.of("DATABASE_PASSWORD", password));

    assertThat(config.getRawValue("database.password")).isNotNull();
    assertThat(config.getValue("datasource.password", String.class)).isEqualTo(password);
  }

  @Test
  void otherVariablesMayNameSettings() {
    assertThat(config(Map.of("DATABASE_URL", "${host}")).getRawValue("DATABASE_URL")).isNull();
  }

  private static SmallRyeConfig config(Map<String, String> environment) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withSources(new VerbatimSecrets(environment))
        .withDefaultValue("datasource.password", "${DATABASE_PASSWORD:}")
        .build();
  }
}
