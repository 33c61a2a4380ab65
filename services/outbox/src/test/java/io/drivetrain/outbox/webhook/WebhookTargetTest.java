package io.drivetrain.outbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTargetTest {
  private static final URI URL = URI.create("https://hooks.example/a?b=c");
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final InetAddress PUBLIC = InetAddress.ofLiteral("8.8.8.8");

  @Test
  void refusesANameOneOfWhoseAddressesIsPrivate() {
    assertThatThrownBy(
            () -> WebhookTarget.find(URL, false, _ -> new InetAddress[] {PUBLIC, LOOPBACK}))
        .isInstanceOf(PrivateAddressException.class)
        .hasMessage("hooks.example is 127.0.0.1, an address of this machine or a private network");
  }

  @Test
  void knowsPortAndPathOfTheUrl() throws IOException {
    var target = WebhookTarget.find(URL, false, _ -> new InetAddress[] {PUBLIC});

    assertThat(target.address()).isEqualTo(PUBLIC);
    assertThat(target.port()).isEqualTo(443);
    assertThat(target.pathAndQuery()).isEqualTo("/a?b=c");
    assertThat(target.isSecure()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://hooks.example/", "file:///etc/passwd", "hooks.example"})
  void refusesWhatIsNoUrlOfTheWeb(String url) {
    assertThatThrownBy(
            () -> WebhookTarget.find(URI.create(url), true, _ -> new InetAddress[] {PUBLIC}))
        .isInstanceOf(MalformedURLException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "0.1.2.3",
        "192.0.0.170",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "fe80::1",
        "fd00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::a01:203",
        "2001::1",
        "2002:a01:203::1"
      })
  void knowsWhatIsPrivateOrReserved(String address) throws IOException {
    assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"8.8.8.8", "100.128.0.1", "172.32.0.1", "198.20.0.1", "2001:db8::1", "2600::1"})
  void knowsWhatIsPublic(String address) throws IOException {
    assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
  }
}
