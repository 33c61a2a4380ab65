package io.drivetrain.registry.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;

/** Tells the names of this server from strange ones. */
@ApplicationScoped
public class AllowedHosts {
  private final Set<String> names;

  AllowedHosts(AccessConfig config) {
    this.names = config.allowedHosts().orElse(Set.of());
  }

  /** For a Host header: localhost, a private address, or a configured name. */
  boolean mayServe(String host) {
    return mayCallFromPage(host) || isPrivateAddress(host);
  }

  /** For the page that a browser's request comes from: localhost or a configured name. */
  boolean mayCallFromPage(String host) {
    var name = withoutBrackets(host).toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || names.contains("*")
        || names.contains(name)
        || isLoopback(name);
  }

  private static boolean isLoopback(String host) {
    return isAddress(host) && address(host).isLoopbackAddress();
  }

  private static boolean isPrivateAddress(String host) {
    var literal = withoutBrackets(host);
    if (!isAddress(literal)) {
      return false;
    }
    var address = address(literal);
    boolean uniqueLocal =
        address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
    return address.isSiteLocalAddress() || address.isLinkLocalAddress() || uniqueLocal;
  }

  private static String withoutBrackets(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  private static boolean isAddress(String host) {
    try {
      return InetAddress.ofLiteral(host) != null;
    } catch (IllegalArgumentException aName) {
      return false;
    }
  }

  private static InetAddress address(String literal) {
    return InetAddress.ofLiteral(literal);
  }
}
