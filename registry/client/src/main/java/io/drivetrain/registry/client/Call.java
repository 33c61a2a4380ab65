package io.drivetrain.registry.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One request, before it is sent.
 *
 * @param path below the tracking URI, encoded, with its query
 * @param repeatable sending it a second time does no harm, even after the first one was processed
 */
record Call(
    String method, String path, String contentType, Body body, Kind kind, boolean repeatable) {

  /** Which time-out and size limit hold. */
  enum Kind {
    JSON,
    TRANSFER
  }

  /** Makes the body anew for each attempt. */
  interface Body {
    BodyPublisher open() throws FileNotFoundException;
  }

  private static final String API = "/api/2.0/mlflow/";
  private static final String ARTIFACTS = "/api/2.0/mlflow-artifacts/artifacts";
  private static final String JSON = "application/json";

  /** Asks for a resource; {@code parameters} are names and values in turn. */
  static Call get(String endpoint, String... parameters) {
    return new Call(
        "GET", API + endpoint + query(parameters), "", BodyPublishers::noBody, Kind.JSON, true);
  }

  /** Asks with a body, or makes a change that may be made twice. */
  static Call post(String endpoint, JsonNode body) {
    return post(endpoint, body, true);
  }

  /** Deletes with a body, as MLflow's protocol does. */
  static Call delete(String endpoint, JsonNode body) {
    return send("DELETE", endpoint, body, true);
  }

  static Call patch(String endpoint, JsonNode body) {
    return send("PATCH", endpoint, body, true);
  }

  /** Makes something new each time: never sent again when the first may have arrived. */
  static Call postOnce(String endpoint, JsonNode body) {
    return post(endpoint, body, false);
  }

  static Call change(String endpoint, JsonNode body, Change change) {
    return post(endpoint, body, change.isRepeatable());
  }

  static Call listArtifacts(ArtifactPath directory) {
    return new Call(
        "GET",
        ARTIFACTS + query("path", directory.text()),
        "",
        BodyPublishers::noBody,
        Kind.JSON,
        true);
  }

  static Call download(ArtifactPath file) {
    return new Call(
        "GET", ARTIFACTS + "/" + file.encoded(), "", BodyPublishers::noBody, Kind.TRANSFER, true);
  }

  static Call upload(ArtifactPath file, byte[] content) {
    return upload(file, () -> BodyPublishers.ofByteArray(content));
  }

  static Call upload(ArtifactPath file, Path content) {
    return upload(file, () -> BodyPublishers.ofFile(content));
  }

  private static Call post(String endpoint, JsonNode body, boolean repeatable) {
    return send("POST", endpoint, body, repeatable);
  }

  private static Call send(String method, String endpoint, JsonNode body, boolean repeatable) {
    return new Call(
        method,
        API + endpoint,
        JSON,
        () -> BodyPublishers.ofString(body.toString()),
        Kind.JSON,
        repeatable);
  }

  private static Call upload(ArtifactPath file, Body body) {
    return new Call(
        "PUT",
        ARTIFACTS + "/" + file.encoded(),
        "application/octet-stream",
        body,
        Kind.TRANSFER,
        true);
  }

  /** For messages: {@code GET /api/2.0/mlflow/runs/get?run_id=1}. */
  @Override
  public String toString() {
    return method + " " + path;
  }

  private static String query(String... parameters) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < parameters.length; i += 2) {
      pairs.add(parameters[i] + "=" + PercentEncoding.of(parameters[i + 1]));
    }
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }
}
