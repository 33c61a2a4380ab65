package io.drivetrain.registry.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;

/**
 * One request, before it is sent.
 *
 * @param path below the tracking URI, encoded, with its query
 * @param repeatable sending it a second time does no harm, even after the first one was processed
 */
public record Call(
    String method, String path, String contentType, Body body, Kind kind, boolean repeatable) {

  /** Which time-out and size limit hold. */
  public enum Kind {
    JSON,
    TRANSFER
  }

  /** Makes the body anew for each attempt. */
  public interface Body {
    BodyPublisher open() throws FileNotFoundException;
  }

  private static final String API = "/api/2.0/mlflow/";
  private static final String JSON = "application/json";

  /** Asks for a resource; {@code parameters} are names and values in turn. */
  public static Call get(String endpoint, String... parameters) {
    return getAt(API + endpoint, parameters);
  }

  /**
   * Asks for what MLflow's protocol does not have.
   *
   * @param path below the tracking URI: {@code /api/v1/runs/facets}
   */
  public static Call getAt(String path, String... parameters) {
    return new Call("GET", path + query(parameters), "", BodyPublishers::noBody, Kind.JSON, true);
  }

  /** Asks with a body, at a path as that of {@link #getAt}. */
  public static Call postAt(String path, JsonNode body) {
    return sendTo("POST", path, body, true);
  }

  /** Asks with a body, or makes a change that may be made twice. */
  public static Call post(String endpoint, JsonNode body) {
    return post(endpoint, body, true);
  }

  /** Deletes with a body, as MLflow's protocol does. */
  public static Call delete(String endpoint, JsonNode body) {
    return delete(endpoint, body, true);
  }

  /** Takes something away; only a repeatable call is sent again when the first may have arrived. */
  public static Call delete(String endpoint, JsonNode body, boolean isRepeatable) {
    return send("DELETE", endpoint, body, isRepeatable);
  }

  public static Call patch(String endpoint, JsonNode body) {
    return send("PATCH", endpoint, body, true);
  }

  /** Makes something new each time: never sent again when the first may have arrived. */
  public static Call postOnce(String endpoint, JsonNode body) {
    return post(endpoint, body, false);
  }

  /** Makes a change; only a repeatable one is sent again when the first may have arrived. */
  public static Call post(String endpoint, JsonNode body, boolean isRepeatable) {
    return send("POST", endpoint, body, isRepeatable);
  }

  private static Call send(String method, String endpoint, JsonNode body, boolean repeatable) {
    return sendTo(method, API + endpoint, body, repeatable);
  }

  private static Call sendTo(String method, String path, JsonNode body, boolean repeatable) {
    return new Call(
        method, path, JSON, () -> BodyPublishers.ofString(body.toString()), Kind.JSON, repeatable);
  }

  /** For messages: {@code GET /api/2.0/mlflow/runs/get?run_id=1}. */
  @Override
  public String toString() {
    return method + " " + path;
  }

  public static String query(String... parameters) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < parameters.length; i += 2) {
      pairs.add(parameters[i] + "=" + PercentEncoding.of(parameters[i + 1]));
    }
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }
}
