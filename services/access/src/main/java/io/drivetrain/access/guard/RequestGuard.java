package io.drivetrain.access.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drivetrain.access.problem.ErrorFormat;
import io.drivetrain.access.problem.Problem;
import io.drivetrain.access.problem.ProblemType;
import io.drivetrain.access.problem.RequestProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses strange Host and Origin headers before anything else reads the request, whatever serves
 * the path. A page of another site must not reach the server through the browser of somebody who
 * can: neither directly (Origin) nor by a name that it lets point here (Host).
 */
@ApplicationScoped
public class RequestGuard {
  private static final int BEFORE_EVERYTHING = 100;
  private static final String NUL = "%00";
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final AllowedHosts hosts;
  private final ErrorFormat format;
  private final ObjectMapper mapper;

  RequestGuard(AllowedHosts hosts, ErrorFormat format, ObjectMapper mapper) {
    this.hosts = hosts;
    this.format = format;
    this.mapper = mapper;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_EVERYTHING);
  }

  private void check(RoutingContext context) {
    setUnlessConfigured(context, "X-Content-Type-Options", "nosniff");
    setUnlessConfigured(context, "X-Frame-Options", "SAMEORIGIN");
    var problem = problem(context.request());
    if (problem.isPresent()) {
      refuse(context, problem.get());
    } else {
      context.next();
    }
  }

  /** An application may have set a stricter one by {@code quarkus.http.header}. */
  private static void setUnlessConfigured(RoutingContext context, String header, String value) {
    if (!context.response().headers().contains(header)) {
      context.response().putHeader(header, value);
    }
  }

  private Optional<Problem> problem(HttpServerRequest request) {
    if (request.uri().contains(NUL)) {
      return refusal(RequestProblem.MALFORMED_REQUEST, "An address may not contain a NUL (%00).");
    }
    if (!isHealthCheck(request) && !isOurHost(request)) {
      return refusal(
          RequestProblem.FOREIGN_ORIGIN,
          "This server does not answer to the name in the Host header. Add the name to DRIVETRAIN_ALLOWED_HOSTS.");
    }
    if (changesThings(request) && !isOurPage(request)) {
      return refusal(
          RequestProblem.FOREIGN_ORIGIN,
          "Pages of this Origin may not change anything here. Add its host to DRIVETRAIN_ALLOWED_HOSTS.");
    }
    return Optional.empty();
  }

  private static Optional<Problem> refusal(ProblemType type, String detail) {
    return Optional.of(Problem.of(type, detail));
  }

  /** Those who check the health of a container do so under any name, and learn nothing else. */
  private static boolean isHealthCheck(HttpServerRequest request) {
    var path = request.path();
    return path != null && (path.equals("/health") || path.startsWith("/health/"));
  }

  private boolean isOurHost(HttpServerRequest request) {
    var authority = request.authority();
    return authority != null && hosts.mayServe(authority.host());
  }

  /** A browser reads no answer of another origin, but it opens WebSockets to any. */
  private static boolean changesThings(HttpServerRequest request) {
    return !READING.contains(request.method())
        || "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
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

  private void refuse(RoutingContext context, Problem problem) {
    var answer = format.answer(context.request().path(), problem);
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
