package io.drivetrain.pipeline.engine.log;

import static io.restassured.RestAssured.given;

import io.drivetrain.pipeline.engine.Pipelines;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;

/**
 * The calls that the tests of tries make: about the first step of the pipeline {@code scripted}.
 */
final class Attempts {
  private Attempts() {}

  /** A run that has ended, with its logs written. */
  static String run(AttemptLogs logs) {
    String id = Pipelines.triggered();
    Pipelines.ended(id);
    logs.flush();
    return id;
  }

  static String tries(String id) {
    return "/api/v1/runs/" + id + "/steps/first_step/attempts";
  }

  static String log(String id, String attempt) {
    return tries(id) + "/" + attempt + "/log";
  }

  static Response log(String id, int attempt) {
    return given().get(log(id, String.valueOf(attempt)));
  }

  /** The lines without their times. */
  static List<String> texts(Response log) {
    return log.asString()
        .lines()
        .map(line -> line.replaceFirst("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z ", ""))
        .toList();
  }

  /** Follows the log of the first try. */
  static HttpRequest.Builder following(String id) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + log(id, "1")))
        .header("Accept", "text/event-stream");
  }
}
