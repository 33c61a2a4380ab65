package io.drivetrain.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LauncherOptionsTest {
  @Test
  void leavesOutTheServerThatHasNoPort() {
    LauncherOptions options =
        LauncherOptions.parse("--redis-port", "16379", "--state", "/srv/stack");

    assertThat(options)
        .isEqualTo(
            new LauncherOptions(Path.of("/srv/stack"), OptionalInt.empty(), OptionalInt.of(16379)));
  }

  @Test
  void namesTheOptionThatIsWrong() {
    refuses(
        "--postgres-port must be a port from 1 to 65535, not '65536'", "--postgres-port", "65536");
    refuses("--redis-port must be a port from 1 to 65535, not 'x'", "--redis-port", "x");
    refuses("--redis-port needs a value", "--redis-port");
    refuses("Unknown option --port", "--port", "1");
    refuses("--state is missing", "--redis-port", "1");
    refuses(
        "Nothing to start: give --postgres-port, --redis-port or both", "--state", "/srv/stack");
  }

  private static void refuses(String message, String... arguments) {
    assertThatThrownBy(() -> LauncherOptions.parse(arguments))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
