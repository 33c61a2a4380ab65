package io.drivetrain.outbox.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where a message goes.
 *
 * @param address the one that was checked. It is not looked up again: by then the name could lead
 *     to another one.
 */
public record WebhookTarget(URI url, InetAddress address) {

  /** Looks up the addresses of a name, as {@link InetAddress#getAllByName} does. */
  @FunctionalInterface
  public interface Lookup {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  /**
   * @param privateAllowed whether addresses that are not of the public internet may be called
   * @throws MalformedURLException when the URL is not http or https, or has no host
   * @throws UnknownHostException when the host has no address
   * @throws PrivateAddressException when one of its addresses is not public although it has to be
   */
  public static WebhookTarget find(URI url, boolean privateAllowed, Lookup lookup)
      throws IOException {
    if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("(?i)https?")) {
      throw new MalformedURLException("the address is not http or https with a host");
    }
    var addresses = lookup.addresses(url.getHost());
    if (!privateAllowed) {
      requirePublic(url.getHost(), addresses);
    }
    return new WebhookTarget(url, addresses[0]);
  }

  private static void requirePublic(String host, InetAddress[] addresses)
      throws PrivateAddressException {
    var inner = Arrays.stream(addresses).filter(a -> !PublicAddress.is(a)).findFirst();
    if (inner.isPresent()) {
      throw new PrivateAddressException(host, inner.get());
    }
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
    var path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }
}
