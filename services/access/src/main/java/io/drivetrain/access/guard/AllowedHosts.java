package io.drivetrain.access.guard;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells the names of this server, and the pages that may call it, from strange ones. */
@ApplicationScoped
class AllowedHosts {
  private static final String EVERY_NAME = "*";
  private static final String SCHEME_END = "://";

  /** By which the applications of a stack call each other; no public site can have such a name. */
  private static final Set<String> STACK = Set.of("mlflow", "registry", "pipeline", "webui");

  private final Set<String> names;
  private final Set<Origin> origins;
  private final String bound;
  private final boolean isOnLoopback;

  /**
   * @param bound the address that the server listens on
   */
  AllowedHosts(
      GuardConfig config,
      @ConfigProperty(name = "quarkus.http.host", defaultValue = "0.0.0.0") String bound) {
    var entries =
        config.allowedHosts().orElse(Set.of()).stream()
            .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
            .filter(Predicate.not(String::isEmpty))
            .toList();
    this.bound = bound;
    this.isOnLoopback = isThisMachine(bound);
    this.origins =
        entries.stream()
            .filter(entry -> entry.contains(SCHEME_END))
            .map(entry ->
                Origin.parse(entry)
                    .orElseThrow(() ->
                        new IllegalArgumentException(
                            "DRIVETRAIN_ALLOWED_HOSTS: '%s' is no origin such as https://ml.example:8443"
                                .formatted(entry))))
            .collect(Collectors.toUnmodifiableSet());
    this.names =
        Stream.concat(
                entries.stream().filter(entry -> !entry.contains(SCHEME_END)),
                origins.stream().map(Origin::host))
            .map(AllowedHosts::withoutBrackets)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * For a Host header.
   *
   * @param isFromThisMachine whether the connection was opened on the machine of the server
   */
  boolean mayServe(String host, boolean isFromThisMachine) {
    var name = withoutBrackets(host).toLowerCase(Locale.ROOT);
    if (names.contains(EVERY_NAME) || names.contains(name) || name.equalsIgnoreCase(bound)) {
      return true;
    }
    if (isThisMachine(name)) {
      return isOnLoopback || isFromThisMachine;
    }
    return isOnLoopback && (STACK.contains(name) || isPrivateAddress(name));
  }

  /** For the page of another origin than the one that is called. */
  boolean mayCallFromPage(Origin page) {
    return origins.contains(page) || (page.hasDefaultPort() && names.contains(page.host()));
  }

  /** Localhost, or an address of the loopback interface. */
  static boolean isThisMachine(String host) {
    var name = withoutBrackets(host).toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || (isAddress(name) && InetAddress.ofLiteral(name).isLoopbackAddress());
  }

  private static boolean isPrivateAddress(String host) {
    if (!isAddress(host)) {
      return false;
    }
    var address = InetAddress.ofLiteral(host);
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
}
