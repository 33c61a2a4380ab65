package io.drivetrain.pipeline.notification;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;

/**
 * Keeps web hooks from what is not the outside: this machine, its networks, its cloud's metadata.
 */
final class WebhookAddress {
  private WebhookAddress() {}

  /**
   * @throws IOException when the host is unknown, or one of its addresses is not of the outside
   */
  static void requireOutside(URI url) throws IOException {
    for (InetAddress address : InetAddress.getAllByName(url.getHost())) {
      if (isInside(address)) {
        throw new IOException(
            "%s is %s, an address of this machine or a private network. If that is meant, set DRIVETRAIN_NOTIFICATION_ALLOW_PRIVATE_ADDRESSES=true"
                .formatted(url.getHost(), address.getHostAddress()));
      }
    }
  }

  static boolean isInside(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || isShared(address)
        || isUniqueLocal(address);
  }

  /** 100.64.0.0/10, RFC 6598. */
  private static boolean isShared(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
  }

  /** fc00::/7, RFC 4193. */
  private static boolean isUniqueLocal(InetAddress address) {
    return address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
  }
}
