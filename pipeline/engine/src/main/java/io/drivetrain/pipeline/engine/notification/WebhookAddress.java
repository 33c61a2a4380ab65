package io.drivetrain.pipeline.engine.notification;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Tells addresses of the outside from those of this machine, its networks, its cloud's metadata.
 */
final class WebhookAddress {
  private WebhookAddress() {}

  /** Java has made an IPv4 address of an IPv4-mapped one already. */
  static boolean isInside(InetAddress address) {
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return true;
    }
    byte[] bytes = address.getAddress();
    int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    return address instanceof Inet4Address ? isReserved4(first) : isReserved6(first, bytes);
  }

  /** IANA's registry of special addresses, besides those that Java knows. */
  private static boolean isReserved4(int first) {
    boolean thisNetwork = first >> 8 == 0;
    boolean carrierNat = (first & 0xffc0) == 0x6440; // 100.64.0.0/10, RFC 6598
    boolean protocols = first == 0xc000; // 192.0.0.0/24 and 192.0.2.0/24
    boolean benchmarks = (first & 0xfffe) == 0xc612; // 198.18.0.0/15
    boolean reserved = first >> 12 == 0xf;
    return thisNetwork || carrierNat || protocols || benchmarks || reserved;
  }

  /** Only 2000::/3 is routed; in it, Teredo and 6to4 carry IPv4 addresses of whatever kind. */
  private static boolean isReserved6(int first, byte[] bytes) {
    boolean global = first >> 13 == 1;
    boolean protocols = first == 0x2001 && (bytes[2] & 0xfe) == 0; // 2001::/23, RFC 2928
    boolean sixToFour = first == 0x2002;
    return !global || protocols || sixToFour;
  }
}
