package io.drivetrain.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddedServersResourceTest {
  @Test
  void givesEveryStartADatabaseOfItsOwnOnTheSameServers() throws SQLException {
    Map<String, String> first = new EmbeddedServersResource().start();
    Map<String, String> second = new EmbeddedServersResource().start();

    assertThat(second.get("DATABASE_URL")).isNotEqualTo(first.get("DATABASE_URL"));
    assertThat(second.get("REDIS_URL")).isEqualTo(first.get("REDIS_URL"));
    assertThat(catalog(first)).isNotEqualTo("postgres").isNotEqualTo(catalog(second));
  }

  private static String catalog(Map<String, String> settings) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(
            settings.get("quarkus.datasource.jdbc.url"),
            settings.get("quarkus.datasource.username"),
            settings.get("quarkus.datasource.password"))) {
      return connection.getCatalog();
    }
  }
}
