package io.drivetrain.registry.artifact;

import static io.drivetrain.registry.Mlflow.newRun;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.RegistryTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With what headers files are sent: those of MLflow's server, and a sandbox around them. */
@RegistryTest
class DownloadTypeTest {
  private static final String PROXY = "/api/2.0/mlflow-artifacts/artifacts/";

  @ParameterizedTest
  @CsvSource({
    "a.txt, text/plain",
    "b.pkl, application/octet-stream",
    "c.png, image/png",
    "C.PNG, image/png",
    "photo.jpeg, image/jpeg",
    "plot.svg, image/svg+xml",
    "d.pdf, application/pdf",
    "MLmodel, text/plain",
    "MLproject, text/plain",
    "mlproject, text/plain",
    "conda.yaml, text/plain",
    "metrics.json, text/plain",
    "train.py, text/plain",
    "data.csv, text/plain",
    "report.html, text/html",
    "model.onnx, application/octet-stream",
    "archive.zip, application/zip",
    "noextension, application/octet-stream"
  })
  void sendsTheTypeOfTheName(String name, String type) {
    var run = newRun();
    var place = PROXY + "0/" + run + "/artifacts/" + name;
    given().header("Content-Type", "text/html").body("x".getBytes()).put(place);

    var proxied = given().header("Accept", "text/html").get(place);
    var ofRun = given().queryParams(Map.of("run_id", run, "path", name)).get("/get-artifact");

    for (var answer : new Response[] {proxied, ofRun}) {
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.header("Content-Type")).isEqualTo(type);
      assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=" + name);
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "dog+step+20+timestamp+100+x.png | dog+step+20+timestamp+100+x.png",
        "a b.txt | \"a b.txt\"",
        "a;b.txt | \"a;b.txt\"",
        "a\"b.txt | \"a\\\"b.txt\"",
        "50%.txt | 50%.txt",
        "été.txt | ete.txt; filename*=UTF-8''%C3%A9t%C3%A9.txt",
        "数.txt | .txt; filename*=UTF-8''%E6%95%B0.txt",
        "naïve file.txt | \"naive file.txt\"; filename*=UTF-8''na%C3%AFve%20file.txt"
      })
  void quotesNamesAsMlflowDoes(String name, String quoted) {
    assertThat(Attachment.named(name)).isEqualTo("attachment; filename=" + quoted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nSet-Cookie: x=1.txt", "a\u0000b"})
  void letsNoNameBecomeAnotherHeader(String name) {
    assertThat(Attachment.named(name)).doesNotContain("\r", "\n", "\u0000");
  }
}
