package io.drivetrain.access.guard;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the names of this server from strange ones. */
@ApplicationScoped
class AllowedHosts {
  private static final String EVERY_NAME = "*";

  /** By which the applications of a stack call each other; no public site can have such a name. */
  private static final Set<String> STACK = Set.of("mlflow", "registry", "pipeline", "webui");

  private final Set<String> names;

  AllowedHosts(GuardConfig config) {
    this.names =
        Stream.concat(STACK.stream(), config.allowedHosts().orElse(Set.of()).stream())
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** For a Host header: localhost, a private address, or a configured name. */
  boolean mayServe(String host) {
    return names.contains(EVERY_NAME) || mayCallFromPage(host) || isPrivateAddress(host);
  }

  /** For the page that a browser's request comes from: localhost or a configured name. */
  boolean mayCallFromPage(String host) {
    var name = withoutBrackets(host).toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.endsWith(".localhost")
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
