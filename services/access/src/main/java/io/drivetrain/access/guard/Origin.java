package io.drivetrain.access.guard;

import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a page comes from, RFC 6454.
 *
 * @param scheme http or https
 * @param host in lower case; an IPv6 address in brackets
 * @param port never absent: the scheme's own where none is named
 */
record Origin(String scheme, String host, int port) {

  /** Empty for what is no origin of a web page, such as {@code null}. */
  static Optional<Origin> parse(String text) {
    try {
      var uri = URI.create(text.strip().toLowerCase(Locale.ROOT));
      boolean isOrigin =
          uri.getHost() != null
              && defaultPort(uri.getScheme()) > 0
              && uri.getUserInfo() == null
              && uri.getRawPath().isEmpty()
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null;
      return isOrigin
          ? Optional.of(new Origin(uri.getScheme(), uri.getHost(), port(uri)))
          : Optional.empty();
    } catch (IllegalArgumentException notAUri) {
      return Optional.empty();
    }
  }

  boolean hasDefaultPort() {
    return port == defaultPort(scheme);
  }

  /**
   * Whether a request with this Host header goes to where the page comes from. The scheme is not
   * compared: behind a proxy that ends TLS the server does not know it.
   */
  boolean isSameAs(HostAndPort called) {
    int calledPort = called.port() < 0 ? defaultPort(scheme) : called.port();
    return host.equalsIgnoreCase(called.host()) && port == calledPort;
  }

  private static int port(URI uri) {
    return uri.getPort() < 0 ? defaultPort(uri.getScheme()) : uri.getPort();
  }

  private static int defaultPort(String scheme) {
    return switch (scheme) {
      case "http" -> 80;
      case "https" -> 443;
      case null, default -> 0;
    };
  }
}
