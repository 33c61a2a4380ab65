package io.drivetrain.pipeline.engine.notification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where a letter goes.
 *
 * @param address the one that was checked. It is not looked up again: by then the name could lead
 *     to another one.
 */
record WebhookTarget(URI url, InetAddress address) {

  /** Asks for the addresses of a name, as {@link InetAddress#getAllByName} does. */
  interface Lookup {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  /**
   * @throws IOException when the host is unknown, or one of its addresses is not of the outside
   *     although it has to be
   */
  static WebhookTarget find(URI url, boolean isInsideAllowed, Lookup lookup) throws IOException {
    if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("(?i)https?")) {
      throw new IOException("the address is not http or https with a host");
    }
    InetAddress[] addresses = lookup.of(url.getHost());
    if (!isInsideAllowed) {
      requireOutside(url.getHost(), addresses);
    }
    return new WebhookTarget(url, addresses[0]);
  }

  boolean isSecure() {
    return url.getScheme().equalsIgnoreCase("https");
  }

  int port() {
    if (url.getPort() >= 0) {
      return url.getPort();
    }
    return isSecure() ? 443 : 80;
  }

  String pathAndQuery() {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }

  private static void requireOutside(String host, InetAddress[] addresses) throws IOException {
    InetAddress inside =
        Arrays.stream(addresses).filter(WebhookAddress::isInside).findFirst().orElse(null);
    if (inside != null) {
      throw new IOException(
          "%s is %s, an address of this machine or a private network. If that is meant, set DRIVETRAIN_NOTIFICATION_ALLOW_PRIVATE_ADDRESSES=true"
              .formatted(host, inside.getHostAddress()));
    }
  }
}
