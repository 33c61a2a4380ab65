package io.drivetrain.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.HostAndPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

  @Test
  void namesThePortOfTheScheme() {
    assertThat(Origin.parse("HTTPS://Ml.example")).contains(new Origin("https", "ml.example", 443));
    assertThat(Origin.parse("http://[::1]:5000")).contains(new Origin("http", "[::1]", 5000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "localhost:5000",
        "nonsense::",
        "file:///tmp",
        "ws://localhost",
        "http://user@localhost",
        "http://localhost/",
        "http://localhost?a",
        "http://localhost http://evil.example"
      })
  void isNotWhatIsNoOrigin(String text) {
    assertThat(Origin.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:5000, localhost:5000, true",
    "http://localhost:5001, localhost:5000, false",
    "http://localhost, localhost, true",
    "https://localhost, localhost:443, true",
    "http://127.0.0.1:5000, localhost:5000, false",
    "http://[::1]:5000, [::1]:5000, true"
  })
  void isTheSameAsTheHostThatIsCalledOnlyWithItsPort(String origin, String called, boolean isSame) {
    assertThat(Origin.parse(origin).orElseThrow().isSameAs(HostAndPort.parseAuthority(called, -1)))
        .isEqualTo(isSame);
  }
}
