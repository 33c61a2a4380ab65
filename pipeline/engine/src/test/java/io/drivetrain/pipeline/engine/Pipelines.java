package io.drivetrain.pipeline.engine;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** The calls that the tests make. */
public final class Pipelines {
  private Pipelines() {}

  public static Response trigger(String body) {
    return trigger("scripted", body);
  }

  public static Response trigger(String pipeline, String body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post("/api/v1/pipelines/" + pipeline + "/runs");
  }

  /** Does something to a run: cancel, and the like. */
  public static Response act(String id, String action, String body) {
    return given().contentType("application/json").body(body).post("/api/v1/runs/" + id + action);
  }

  /** Triggers a run with the defaults, and returns its id. */
  public static String triggered() {
    return trigger("{}").then().statusCode(201).extract().path("id");
  }

  public static JsonPath show(String id) {
    return given().get("/api/v1/runs/" + id).then().statusCode(200).extract().jsonPath();
  }

  /** The run when it has ended. */
  public static JsonPath ended(String id) {
    return given()
        .get("/api/v1/runs/" + id + "?wait=60s")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
