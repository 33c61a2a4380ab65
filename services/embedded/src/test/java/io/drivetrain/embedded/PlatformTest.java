package io.drivetrain.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlatformTest {
  @Test
  void knowsTheFourMachinesByTheNamesThatJavaGivesThem() {
    assertThat(Platform.of("Linux", "amd64")).isEqualTo(Platform.LINUX_X86_64);
    assertThat(Platform.of("Linux", "aarch64")).isEqualTo(Platform.LINUX_ARM64);
    assertThat(Platform.of("Mac OS X", "x86_64")).isEqualTo(Platform.MAC_X86_64);
    assertThat(Platform.of("Mac OS X", "aarch64")).isEqualTo(Platform.MAC_ARM64);
  }

  @Test
  void pointsToServersOfOnesOwnWhereThereAreNoPrograms() {
    assertThatThrownBy(() -> Platform.of("Windows 11", "amd64"))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessage(
            "There is no embedded Postgres and Redis for Windows 11 on amd64:"
                + " run servers of your own and set DATABASE_URL and REDIS_URL.");
  }
}
