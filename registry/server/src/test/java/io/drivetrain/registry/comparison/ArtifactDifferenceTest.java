package io.drivetrain.registry.comparison;

import static io.drivetrain.registry.Mlflow.newRun;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.RegistryTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RegistryTest
class ArtifactDifferenceTest {
  @Test
  void comparesJsonByKey() {
    var difference =
        difference(
            "report.json",
            "{\"a\":1,\"b\":{\"c/d\":[1,2]},\"gone\":null,\"x\":\"s\"}",
            "{\"x\":\"s\", \"a\":1.0, \"b\":{\"c/d\":[1,3,4]}, \"new\":true}");

    assertThat(difference.getString("kind")).isEqualTo("JSON");
    assertThat(difference.getList("changes.pointer"))
        .isEqualTo(List.of("/b/c~1d/1", "/b/c~1d/2", "/gone", "/new"));
    assertThat(difference.getMap("changes[0]"))
        .isEqualTo(Map.of("pointer", "/b/c~1d/1", "left", 2, "right", 3));
    assertThat(difference.getMap("changes[1]"))
        .isEqualTo(Map.of("pointer", "/b/c~1d/2", "right", 4));
    assertThat(difference.getBoolean("truncated")).isFalse();
  }

  @Test
  void comparesTablesByRowWhateverTheirOrder() {
    var difference =
        difference(
            "rows.csv",
            "id;name;old\n1;\"a;\"\"1\";x\n2;b;y\n2;b;y\n",
            "name;id;extra\r\n\"a;\"\"1\";1;p\r\nb;2;q\r\nc;3;r\r\n");

    assertThat(difference.getString("kind")).isEqualTo("TABLE");
    assertThat(difference.getList("columns")).isEqualTo(List.of("id", "name"));
    assertThat(difference.getList("columns_only_left")).isEqualTo(List.of("old"));
    assertThat(difference.getList("columns_only_right")).isEqualTo(List.of("extra"));
    assertThat(difference.getList("rows_only_left"))
        .isEqualTo(List.of(Map.of("number", 3, "cells", List.of("2", "b"))));
    assertThat(difference.getList("rows_only_right"))
        .isEqualTo(List.of(Map.of("number", 3, "cells", List.of("3", "c"))));
  }

  @Test
  void comparesOtherTextsLineByLine() {
    var difference = difference("notes.txt", "one\ntwo\nthree\n", "one\n2\nthree\n");

    assertThat(difference.getString("kind")).isEqualTo("TEXT");
    assertThat(difference.getList("lines"))
        .isEqualTo(
            List.of("--- left", "+++ right", "@@ -1,3 +1,3 @@", " one", "-two", "+2", " three"));
  }

  @Test
  void comparesWhatIsNoJsonDespiteItsNameAsText() {
    assertThat(difference("broken.json", "{", "{}").getString("kind")).isEqualTo("TEXT");
  }

  @Test
  void comparesBytesBySizeOnly() {
    var difference = difference("model.bin", "a\0b", "a\0bc");

    assertThat(difference.getMap(""))
        .isEqualTo(Map.of("kind", "BYTES", "left_size", 3, "right_size", 4));
  }

  @Test
  void saysThatFilesAreTheSame() {
    assertThat(difference("same.txt", "x", "x").getMap(""))
        .isEqualTo(Map.of("kind", "SAME", "size", 1));
  }

  @Test
  void refusesTextsWithMoreLinesThanItCanCompare() {
    var left = newRun();
    var right = newRun();
    upload(left, "long.txt", "line\n".repeat(5001));
    upload(right, "long.txt", "x");

    var problem = compare(left, right, "long.txt");

    problem.then().statusCode(400).contentType("application/problem+json");
    assertThat(problem.jsonPath().getString("detail"))
        .isEqualTo("'long.txt' has 5001 lines; texts of up to 5000 lines are compared.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/etc/passwd", "a/../../b", "..%2fx", "a\\..\\b"})
  void refusesPathsThatLeadOutOfTheRun(String path) {
    var run = newRun();

    compare(run, run, path).then().statusCode(400).contentType("application/problem+json");
  }

  @Test
  void knowsNoFileThatIsNotThere() {
    var run = newRun();

    compare(run, run, "nothing.txt").then().statusCode(404);
    compare("unknown", run, "nothing.txt").then().statusCode(404);
  }

  private static JsonPath difference(String path, String left, String right) {
    var leftRun = newRun();
    var rightRun = newRun();
    upload(leftRun, path, left);
    upload(rightRun, path, right);
    return compare(leftRun, rightRun, path).then().statusCode(200).extract().jsonPath();
  }

  private static Response compare(String left, String right, String path) {
    return given()
        .queryParams("left_run_id", left, "right_run_id", right, "path", path)
        .get("/api/v1/artifacts/diff");
  }

  private static void upload(String run, String path, String text) {
    given()
        .body(text.getBytes(StandardCharsets.UTF_8))
        .put("/api/2.0/mlflow-artifacts/artifacts/0/" + run + "/artifacts/" + path)
        .then()
        .statusCode(200);
  }
}
