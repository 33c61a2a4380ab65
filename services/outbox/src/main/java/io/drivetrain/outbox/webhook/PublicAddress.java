package io.drivetrain.outbox.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Separates addresses of the public internet from those of this machine and its networks. */
final class PublicAddress {
  private PublicAddress() {}

  /** Java has made an IPv4 address of an IPv4-mapped one already. */
  static boolean is(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    var bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
  }

  /** IANA's registry of special addresses, besides those that Java knows. */
  private static boolean isPublic4(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean thisNetwork = first == 0;
    boolean carrierNat = first == 100 && second >= 64 && second < 128;
    boolean protocols = first == 192 && second == 0;
    boolean benchmarks = first == 198 && (second == 18 || second == 19);
    boolean reserved = first >= 240;
    return !(thisNetwork || carrierNat || protocols || benchmarks || reserved);
  }

  /** Only 2000::/3 is routed; in it, Teredo and 6to4 carry IPv4 addresses of whatever kind. */
  private static boolean isPublic6(byte[] bytes) {
    int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
    boolean global = (first & 0xe000) == 0x2000;
    boolean protocols = first == 0x2001 && second < 0x0200;
    boolean sixToFour = first == 0x2002;
    return global && !protocols && !sixToFour;
  }
}
