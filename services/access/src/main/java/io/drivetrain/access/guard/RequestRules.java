package io.drivetrain.access.guard;

import io.drivetrain.access.problem.Problem;
import io.drivetrain.access.problem.ProblemType;
import io.drivetrain.access.problem.RequestProblem;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a request must be before anything else reads it. A page of another site must not reach the
 * server through the browser of somebody who can: neither directly (Origin), nor by a name that it
 * lets point here (Host), nor by a form, which a browser sends without asking (content type).
 */
@ApplicationScoped
class RequestRules {
  private static final String NUL = "%00";
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private static final String FORM = "application/x-www-form-urlencoded";

  /** What a page may send to any site without a preflight; the Fetch standard, 2.2.2. */
  private static final Set<String> SENT_WITHOUT_ASKING =
      Set.of("", FORM, "text/plain", "multipart/form-data");

  /** What programs say of a POST that has no body, be it the form of a library. */
  private static final Set<String> NO_BODY = Set.of("", FORM);

  /** What browsers say of a request by a page of another origin. */
  private static final Set<String> FOREIGN_SITE = Set.of("cross-site", "same-site");

  private final AllowedHosts hosts;

  RequestRules(AllowedHosts hosts) {
    this.hosts = hosts;
  }

  /** Empty when the request may go on. */
  Optional<Problem> problem(HttpServerRequest request) {
    if (request.uri().contains(NUL)) {
      return refusal(RequestProblem.MALFORMED_REQUEST, "An address may not contain a NUL (%00).");
    }
    var called = request.authority();
    if (called == null || called.host().isBlank() || request.headers().getAll("Host").size() > 1) {
      return refusal(
          RequestProblem.MALFORMED_REQUEST,
          "Send one Host header with the name of this server, such as localhost.");
    }
    if (!hosts.mayServe(called.host(), isFromThisMachine(request))) {
      return refusal(
          RequestProblem.FOREIGN_ORIGIN,
          "This server does not answer to the name in the Host header. Add the name to DRIVETRAIN_ALLOWED_HOSTS.");
    }
    var origin = request.getHeader("Origin");
    if ((origin != null && !isOurPage(origin, request)) || saysForeignPage(request, origin)) {
      return refusal(
          RequestProblem.FOREIGN_ORIGIN,
          "Pages of this Origin may not call this server. Add it to DRIVETRAIN_ALLOWED_HOSTS.");
    }
    if (origin == null && isSentWithoutAsking(request)) {
      return refusal(
          RequestProblem.UNSUPPORTED_MEDIA_TYPE,
          "Send the body as application/json, and say so in Content-Type.");
    }
    return Optional.empty();
  }

  private static Optional<Problem> refusal(ProblemType type, String detail) {
    return Optional.of(Problem.of(type, detail));
  }

  private static boolean isFromThisMachine(HttpServerRequest request) {
    var peer = request.remoteAddress();
    return peer != null
        && peer.hostAddress() != null
        && AllowedHosts.isThisMachine(peer.hostAddress());
  }

  /** Programs send no Origin; a page does, its own or a strange one. */
  private boolean isOurPage(String origin, HttpServerRequest request) {
    return Origin.parse(origin)
        .filter(page -> page.isSameAs(request.authority()) || hosts.mayCallFromPage(page))
        .isPresent();
  }

  /** For browsers that do not name the origin; one that is named has been looked at. */
  private static boolean saysForeignPage(HttpServerRequest request, String origin) {
    var site = request.getHeader("Sec-Fetch-Site");
    return origin == null
        && site != null
        && FOREIGN_SITE.contains(site.toLowerCase(Locale.ROOT))
        && changesThings(request);
  }

  private static boolean changesThings(HttpServerRequest request) {
    return !READING.contains(request.method())
        || "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  /** Of methods that change something, browsers send only POST without a preflight. */
  private static boolean isSentWithoutAsking(HttpServerRequest request) {
    var type = contentType(request);
    return request.method().equals(HttpMethod.POST)
        && SENT_WITHOUT_ASKING.contains(type)
        && (hasBody(request) || !NO_BODY.contains(type));
  }

  private static boolean hasBody(HttpServerRequest request) {
    var length = request.getHeader("Content-Length");
    return request.getHeader("Transfer-Encoding") != null
        || (length != null && !length.strip().equals("0"));
  }

  private static String contentType(HttpServerRequest request) {
    var type = request.getHeader("Content-Type");
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
