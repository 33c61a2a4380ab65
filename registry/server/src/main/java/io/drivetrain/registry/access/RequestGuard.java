package io.drivetrain.registry.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drivetrain.registry.protocol.ErrorAnswer;
import io.drivetrain.registry.protocol.ErrorCode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Refuses strange Host and Origin headers before anything else reads the request. */
@ApplicationScoped
public class RequestGuard {
  private static final int BEFORE_EVERYTHING = 100;
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final AllowedHosts hosts;
  private final ObjectMapper mapper;

  RequestGuard(AllowedHosts hosts, ObjectMapper mapper) {
    this.hosts = hosts;
    this.mapper = mapper;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_EVERYTHING);
  }

  private void check(RoutingContext context) {
    var request = context.request();
    context
        .response()
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("X-Frame-Options", "SAMEORIGIN");
    if (request.uri().contains("%00")) {
      refuse(context, ErrorCode.INVALID_PARAMETER_VALUE, "The NUL character cannot be stored.");
    } else if (!isHealthCheck(request) && !isOurHost(request)) {
      refuse(
          context,
          ErrorCode.PERMISSION_DENIED,
          "This server does not answer to the name in the Host header. Add the name to DRIVETRAIN_ALLOWED_HOSTS.");
    } else if (!READING.contains(request.method()) && !isOurPage(request)) {
      refuse(
          context,
          ErrorCode.PERMISSION_DENIED,
          "Pages of this Origin may not change anything here. Add its host to DRIVETRAIN_ALLOWED_HOSTS.");
    } else {
      context.next();
    }
  }

  private static boolean isHealthCheck(HttpServerRequest request) {
    return request.path() != null && request.path().startsWith("/health");
  }

  private boolean isOurHost(HttpServerRequest request) {
    var authority = request.authority();
    return authority != null && hosts.mayServe(authority.host());
  }

  /** Programs send no Origin; a page does, its own or a strange one. */
  private boolean isOurPage(HttpServerRequest request) {
    var origin = request.getHeader("Origin");
    if (origin == null) {
      return true;
    }
    var page = hostAndPort(origin);
    var self = request.authority();
    return page.filter(uri ->
            hosts.mayCallFromPage(uri.getHost())
                || (self != null && uri.getAuthority().equalsIgnoreCase(self.toString())))
        .isPresent();
  }

  private static Optional<URI> hostAndPort(String origin) {
    try {
      return Optional.of(URI.create(origin)).filter(uri -> uri.getHost() != null);
    } catch (IllegalArgumentException notAUri) {
      return Optional.empty();
    }
  }

  private void refuse(RoutingContext context, ErrorCode code, String message) {
    var answer = ErrorAnswer.of(context.request().path(), code, message);
    try {
      context
          .response()
          .setStatusCode(answer.status())
          .putHeader("Content-Type", answer.mediaType())
          .end(mapper.writeValueAsString(answer.body()));
    } catch (JsonProcessingException e) {
      context.fail(e);
    }
  }
}
