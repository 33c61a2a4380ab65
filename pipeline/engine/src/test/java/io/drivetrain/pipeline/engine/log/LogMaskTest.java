package io.drivetrain.pipeline.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogMaskTest {
  private final LogMask mask =
      new LogMask(
          List.of("pa.ss$word", "postgres", "true"),
          Map.of("/srv/data", "<data>", "/srv", "<here>", "/", "<root>"));

  @ParameterizedTest
  @CsvSource({
    "login with pa.ss$word failed, login with *** failed",
    "password 'postgres' is wrong, password '***' is wrong",
    "postgresql is not postgres_fdw, postgresql is not postgres_fdw",
    "it is true, it is true",
    "/srv/data/raw/cars.csv is missing, <data>/raw/cars.csv is missing",
    "cannot read file:/srv/app.jar, cannot read file:<here>/app.jar",
    "models:/cars/Staging, models:/cars/Staging",
    "jdbc:postgresql://me:secret@db:5432/x, jdbc:postgresql://***@db:5432/x",
    "https://db/x?user=me&password=hunter2&a=b, https://db/x?user=me&password=***&a=b"
  })
  void leavesNeitherSecretsNorPlaces(String text, String shown) {
    assertThat(mask.apply(text)).isEqualTo(shown);
  }

  @Test
  void leavesATextAsItIsWithoutSecrets() {
    assertThat(new LogMask(List.of(), Map.of()).apply("anything")).isEqualTo("anything");
  }
}
