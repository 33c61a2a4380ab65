package io.drivetrain.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.drivetrain.access.body.HostileBodies;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The guard's promises, on every route of a running application: those of its router, and the
 * operations of its OpenAPI document.
 */
public final class GuardedRoutes {
  private static final String OWN_HOST = "Host: localhost";
  private static final String JSON = "Content-Type: application/json";
  private static final String UNKNOWN = "/no/such/route";
  private static final List<String> STRANGE_HOSTS =
      List.of("evil.example", "localhost.evil.example", "evil.example:80", "8.8.8.8", "172.32.0.1");
  private static final List<String> STRANGE_ORIGINS =
      List.of(
          "https://evil.example",
          "http://localhost:3000",
          "http://127.0.0.1:1",
          "http://webui:8501",
          "https://mlflow",
          "null",
          "nonsense::");
  private static final List<String> FORMS =
      List.of(
          "Content-Type: text/plain",
          "Content-Type: TEXT/plain;charset=UTF-8",
          "Content-Type: application/x-www-form-urlencoded",
          "Content-Type: multipart/form-data; boundary=b",
          "X-No-Content-Type: true");

  private final int port;
  private final Set<RawRequest> routes;

  private GuardedRoutes(int port, Set<RawRequest> routes) {
    this.port = port;
    this.routes = routes;
  }

  /**
   * @param more paths that one catch-all route serves, with what this application does below it
   */
  public static GuardedRoutes of(Router router, int port, String... more) throws IOException {
    Set<RawRequest> routes = new LinkedHashSet<>();
    Stream.concat(Stream.of(more), Stream.of("/", UNKNOWN))
        .forEach(path -> routes.addAll(both(path)));
    router.getRoutes().stream()
        .map(Route::getPath)
        .filter(path -> path != null && path.startsWith("/"))
        .forEach(path -> routes.addAll(both(path.replaceAll(":[A-Za-z]+|\\*", "x"))));
    routes.addAll(operations(port));
    return new GuardedRoutes(port, routes);
  }

  /** So that a list that is not found does not count as one without a gap. */
  public GuardedRoutes have(String... paths) {
    assertThat(routes).extracting(RawRequest::path).contains(paths);
    return this;
  }

  public void refuseStrangeHosts() {
    check(
        with(STRANGE_HOSTS.stream().map("Host: "::concat).toList(), JSON),
        answer -> answer.status() == 403);
  }

  public void refuseAHostThatIsMissing() {
    check(
        with(
            List.of("X-No-Host: true", "Host:", "Host: ", "Host: localhost\r\nHost: localhost"),
            JSON),
        answer -> answer.status() == 400);
  }

  public void refuseStrangeOrigins() {
    check(
        with(STRANGE_ORIGINS.stream().map("Origin: "::concat).toList(), OWN_HOST, JSON),
        answer -> answer.status() == 403);
  }

  public void refuseChangesByPagesOfOtherSites() {
    check(
        with(List.of("Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site"), OWN_HOST, JSON)
            .filter(request -> !request.method().equals("GET")),
        answer -> answer.status() == 403);
  }

  /** What a page of any site can send without that the browser asks first. */
  public void refuseForms() {
    check(
        with(FORMS, OWN_HOST).filter(request -> request.method().equals("POST")),
        answer ->
            (answer.status() == 415 || answer.status() == 400)
                && answer.body().contains("application/json, and say so in Content-Type."));
  }

  /** Also of what is refused or not there. */
  public void haveTheSameHeaders() {
    check(
        with(List.of(OWN_HOST), JSON).filter(request -> request.method().equals("GET")),
        answer -> true);
  }

  /** What is no JSON object is refused, or passed over, by every operation that has a body. */
  public void answerHostileBodies() throws IOException {
    List<String> gaps = new ArrayList<>();
    var posts = operations(port).stream().filter(each -> each.method().equals("POST")).toList();
    for (var post : posts) {
      for (var body : HostileBodies.OF_ANY) {
        var request = new RawRequest("POST", post.path(), List.of(OWN_HOST, JSON), body);
        var answer = request.send(port);
        HostileBodies.gap(answer.status(), answer.body())
            .ifPresent(gap -> gaps.add("%s %.40s: %s".formatted(request.path(), body, gap)));
      }
    }
    assertThat(posts).isNotEmpty();
    assertThat(gaps).isEmpty();
  }

  private Stream<RawRequest> with(List<String> oneOf, String... always) {
    return routes.stream()
        .flatMap(route ->
            oneOf.stream()
                .map(header ->
                    new RawRequest(
                        route.method(),
                        route.path(),
                        Stream.concat(Stream.of(header), Stream.of(always)).toList(),
                        route.body())));
  }

  private void check(Stream<RawRequest> requests, Predicate<RawRequest.Answer> expected) {
    List<String> gaps = new ArrayList<>();
    requests.forEach(request -> {
      var answer = request.send(port);
      if (!expected.test(answer) || !hasHeaders(answer)) {
        gaps.add(
            "%s %s %s: %s".formatted(request.method(), request.path(), request.headers(), answer));
      }
    });
    assertThat(gaps).isEmpty();
  }

  private static boolean hasHeaders(RawRequest.Answer answer) {
    return answer.header("X-Content-Type-Options").filter("nosniff"::equals).isPresent()
        && answer.header("X-Frame-Options").filter("DENY"::equals).isPresent()
        && answer.header("Referrer-Policy").isPresent()
        && answer
            .header("Content-Security-Policy")
            .filter(policy -> policy.contains("script-src") || policy.contains("default-src"))
            .isPresent();
  }

  private static List<RawRequest> both(String path) {
    return List.of(
        new RawRequest("GET", path, List.of(), ""), new RawRequest("POST", path, List.of(), "{}"));
  }

  private static List<RawRequest> operations(int port) throws IOException {
    var document =
        new RawRequest("GET", "/openapi?format=json", List.of(OWN_HOST), "").send(port).body();
    List<RawRequest> operations = new ArrayList<>();
    for (var path : new ObjectMapper().readTree(document).path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        var method = operation.getKey().toUpperCase(Locale.ROOT);
        operations.add(
            new RawRequest(
                method,
                path.getKey().replaceAll("\\{[^}]*}", "1"),
                List.of(),
                HttpMethod.GET.name().equals(method) ? "" : "{}"));
      }
    }
    return operations;
  }
}
