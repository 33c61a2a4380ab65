package io.drivetrain.pipeline.engine.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A web page of another site must not trigger runs through the browser of a person who has this
 * service on the same machine: neither directly (Origin) nor by a name that it lets point here
 * (Host).
 */
class OriginFilter {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final boolean anyHost;
  private final Set<String> hosts;

  /**
   * @param address that the service is bound to; on another one than loopback any host is allowed
   *     unless some are named
   * @param allowed DRIVETRAIN_ALLOWED_HOSTS: host names besides the loopback ones, parted by commas
   */
  OriginFilter(
      @ConfigProperty(name = "quarkus.http.host") String address,
      @ConfigProperty(name = "drivetrain.http.allowed-hosts") Optional<Set<String>> allowed) {
    this.anyHost = allowed.isEmpty() && !LOOPBACK.contains(address);
    this.hosts = allowed.orElse(Set.of());
  }

  @ServerRequestFilter(preMatching = true)
  void refuseForeignSites(ContainerRequestContext request) {
    String host = request.getUriInfo().getBaseUri().getAuthority();
    if (!isAllowed(hostName(host))) {
      throw PipelineException.foreignOrigin(
          "The host '%s' is not one of this service. Add it to DRIVETRAIN_ALLOWED_HOSTS."
              .formatted(hostName(host)));
    }
    String origin = request.getHeaderString("Origin");
    if (origin != null && !host.equals(authority(origin))) {
      throw PipelineException.foreignOrigin("Pages of '%s' may not call.".formatted(origin));
    }
  }

  private boolean isAllowed(String name) {
    return anyHost || LOOPBACK.contains(name) || hosts.contains(name);
  }

  private static String hostName(String authority) {
    return authority.replaceFirst(":\\d+$", "");
  }

  private static String authority(String origin) {
    try {
      return String.valueOf(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException opaque) {
      return "";
    }
  }
}
