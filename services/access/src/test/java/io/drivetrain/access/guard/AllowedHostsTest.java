package io.drivetrain.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AllowedHostsTest {

  @Test
  void keepsTheNamesOfTheStackWhenOthersAreSet() {
    var hosts = hosts("ml.example");

    assertThat(hosts.mayServe("ml.example")).isTrue();
    assertThat(hosts.mayServe("webui")).isTrue();
    assertThat(hosts.mayServe("other.example")).isFalse();
  }

  @Test
  void answersUnderEveryNameButTakesNoPageOfAnother() {
    var hosts = hosts("*");

    assertThat(hosts.mayServe("other.example")).isTrue();
    assertThat(hosts.mayCallFromPage("other.example")).isFalse();
  }

  @Test
  void knowsNoPageByItsPrivateAddress() {
    var hosts = new AllowedHosts(Optional::empty);

    assertThat(hosts.mayServe("10.0.0.1")).isTrue();
    assertThat(hosts.mayCallFromPage("10.0.0.1")).isFalse();
  }

  private static AllowedHosts hosts(String name) {
    return new AllowedHosts(() -> Optional.of(Set.of(name)));
  }
}
