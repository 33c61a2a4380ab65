package io.drivetrain.registry.compatibility;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.RegistryTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Asks the running server for every endpoint of MLflow, and keeps the table of what it found. */
@RegistryTest
class CompatibilityTest {
  private static final Path TABLE = Path.of("../../docs/mlflow-compatibility.md");
  private static final String REWRITE = "drivetrain.rewrite";
  private static final List<Kind> KINDS = Kind.all();
  private static final List<String> COLUMNS =
      List.of("Sources", "Numbers", Kind.ERRORS, "Semantics", "Types", "Clients");
  private static final Set<String> ABSENT = Set.of("ENDPOINT_NOT_FOUND", "NOT_IMPLEMENTED");

  @Test
  void hasEveryEndpointOrAReasonAgainstIt() {
    var without =
        Endpoint.all().stream().filter(endpoint -> !isServed(endpoint)).collect(Collectors.toSet());
    var refused =
        Endpoint.all().stream()
            .filter(endpoint -> !endpoint.reason().isEmpty())
            .collect(Collectors.toSet());

    assertThat(without)
        .as("mlflow-endpoints.txt gives a reason for exactly those that the server does not have")
        .isEqualTo(refused);
  }

  @Test
  void namesATestAndEndpointsForEachKind() throws ClassNotFoundException {
    for (var kind : KINDS) {
      assertThat(kind.testClass()).isNotNull();
      assertThat(Endpoint.all()).as(kind.endpoints().pattern()).anyMatch(kind::covers);
    }
  }

  @Test
  void isDescribedInTheDocumentation() throws IOException {
    var table = table(Endpoint.all());
    if (Boolean.getBoolean(REWRITE)) {
      Files.writeString(TABLE, table);
    }

    assertThat(TABLE)
        .as(
            "Rewrite it: ./mvnw -pl registry/server -am test -Dtest=CompatibilityTest -D%s=true "
                + "-Dsurefire.failIfNoSpecifiedTests=false",
            REWRITE)
        .content()
        .isEqualTo(table);
  }

  private static boolean isServed(Endpoint endpoint) {
    var answer = ask(endpoint);
    boolean isError = answer.statusCode() >= 400;
    return !isError || !ABSENT.contains(answer.jsonPath().getString("error_code"));
  }

  private static Response ask(Endpoint endpoint) {
    var request = given();
    if (!endpoint.method().equals("GET")) {
      request = request.contentType("application/json").body("{}");
    }
    return request.request(endpoint.method(), endpoint.examplePath());
  }

  private static String table(List<Endpoint> endpoints) {
    var groups =
        endpoints.stream()
            .collect(groupingBy(Endpoint::group, LinkedHashMap::new, Collectors.toList()));
    long served = endpoints.stream().filter(CompatibilityTest::isServed).count();
    return """
    # Compatibility with MLflow

    Clients of MLflow 2 and 3 use the registry with `MLFLOW_TRACKING_URI` alone. It answers %d of the %d endpoints below, each under `/ajax-api` too,
    and those of 2.0 also under `/api/3.0`. An endpoint that it does not have answers 404 with MLflow's error in JSON.

    `CompatibilityTest` asks a running server for each endpoint and fails when this page says otherwise; it writes the page, nobody edits it.
    `ReplayTest` sends what real clients sent and compares each answer with MLflow's; where they differ is explained in
    [mlflow-wire-differences.json](../registry/server/src/test/resources/mlflow-wire-differences.json).

    A cross says what a test holds beyond that an endpoint answers. *Sources*: which places of files are stored. *Numbers*: how numbers and bodies are read.
    *Errors*: status, code and sentence of [what is refused](../registry/server/src/test/resources/mlflow-refusals.txt). *Semantics*: what MLflow's own tests and clients rely on.
    *Types*: headers of downloads. *Clients*: MLflow's own Java client calls it in a test; the replay covers Python's. The tests stand in [mlflow-kinds.txt](../registry/server/src/test/resources/mlflow-kinds.txt).
    """
            .formatted(served, endpoints.size())
        + groups.entrySet().stream()
            .map(group -> section(group.getKey(), group.getValue()))
            .collect(joining());
  }

  private static String section(String heading, List<Endpoint> endpoints) {
    var rows = endpoints.stream().map(CompatibilityTest::row).collect(joining("\n"));
    return "\n## %s\n\n| Endpoint | Here | %s | Why not |\n|---|---|%s---|\n%s\n"
        .formatted(heading, String.join(" | ", COLUMNS), "---|".repeat(COLUMNS.size()), rows);
  }

  private static String row(Endpoint endpoint) {
    var held =
        COLUMNS.stream().map(column -> isHeld(column, endpoint) ? "×" : "").collect(joining(" | "));
    return "| `%s` | %s | %s | %s |"
        .formatted(endpoint, isServed(endpoint) ? "yes" : "no", held, endpoint.reason())
        .replaceAll(" +(?=\\|)", " ");
  }

  private static boolean isHeld(String column, Endpoint endpoint) {
    return KINDS.stream().anyMatch(kind -> kind.column().equals(column) && kind.covers(endpoint));
  }
}
