package io.drivetrain.access.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

  @Test
  void keepsTheNamesOfTheStackOnLoopbackWhenOthersAreSet() {
    var hosts = hosts("127.0.0.1", "ml.example");

    assertThat(hosts.mayServe("ML.example", false)).isTrue();
    assertThat(hosts.mayServe("webui", false)).isTrue();
    assertThat(hosts.mayServe("10.0.0.1", false)).isTrue();
    assertThat(hosts.mayServe("other.example", false)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"webui", "mlflow", "10.0.0.1", "localhost", "127.0.0.1", "[::1]"})
  void answersToConfiguredNamesOnlyWhenOtherMachinesReachIt(String host) {
    assertThat(hosts("0.0.0.0", "ml.example").mayServe(host, false)).isFalse();
    assertThat(hosts("0.0.0.0", host).mayServe(host, false)).isTrue();
  }

  @Test
  void answersToLocalhostFromItsOwnMachineWhereverItListens() {
    var hosts = hosts("::", "ml.example");

    assertThat(hosts.mayServe("localhost", true)).isTrue();
    assertThat(hosts.mayServe("127.0.0.1", true)).isTrue();
    assertThat(hosts.mayServe("webui", true)).isFalse();
  }

  @Test
  void answersToTheAddressThatItListensOn() {
    assertThat(hosts("192.0.2.7").mayServe("192.0.2.7", false)).isTrue();
  }

  @Test
  void answersUnderEveryNameButTakesNoPageOfAnother() {
    var hosts = hosts("0.0.0.0", "*");

    assertThat(hosts.mayServe("other.example", false)).isTrue();
    assertThat(takesPageOf(hosts, "https://other.example")).isFalse();
  }

  @Test
  void takesPagesOfConfiguredNamesAtThePortOfTheirSchemeOnly() {
    var hosts = hosts("127.0.0.1", "ml.example");

    assertThat(takesPageOf(hosts, "https://ml.example")).isTrue();
    assertThat(takesPageOf(hosts, "http://ML.example:80")).isTrue();
    assertThat(takesPageOf(hosts, "https://ml.example:8443")).isFalse();
    assertThat(takesPageOf(hosts, "http://localhost")).isFalse();
    assertThat(takesPageOf(hosts, "http://webui")).isFalse();
  }

  @Test
  void takesPagesOfAConfiguredOrigin() {
    var hosts = hosts("127.0.0.1", "https://ml.example:8443");

    assertThat(takesPageOf(hosts, "https://ml.example:8443")).isTrue();
    assertThat(takesPageOf(hosts, "http://ml.example:8443")).isFalse();
    assertThat(hosts.mayServe("ml.example", false)).isTrue();
  }

  @Test
  void namesTheEntryThatIsNoOrigin() {
    assertThatThrownBy(() -> hosts("127.0.0.1", "https://ml.example/path"))
        .hasMessage(
            "DRIVETRAIN_ALLOWED_HOSTS: 'https://ml.example/path' is no origin such as https://ml.example:8443");
  }

  private static boolean takesPageOf(AllowedHosts hosts, String origin) {
    return hosts.mayCallFromPage(Origin.parse(origin).orElseThrow());
  }

  private static AllowedHosts hosts(String bound, String... names) {
    return new AllowedHosts(
        new GuardConfig() {
          @Override
          public Optional<Set<String>> allowedHosts() {
            return Optional.of(Arrays.stream(names).collect(Collectors.toSet()));
          }

          @Override
          public Optional<String> scriptSources() {
            return Optional.empty();
          }
        },
        bound);
  }
}
