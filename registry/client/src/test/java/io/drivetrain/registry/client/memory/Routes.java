package io.drivetrain.registry.client.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drivetrain.registry.client.HttpDouble;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The endpoints of MLflow's REST protocol by method and name: {@code POST runs/create}. The last
 * segment of a name may be a parameter: {@code GET logged-models/{model_id}}.
 */
final class Routes {
  static final String API = "/api/2.0/mlflow/";

  /** What one endpoint answers; it throws a {@link Refusal} otherwise. */
  interface Route {
    /**
     * @param request the body, or the query as an object of texts
     */
    JsonNode answer(JsonNode request);
  }

  private final Map<String, Route> routes = new HashMap<>();

  void add(String endpoint, Route route) {
    routes.put(endpoint, route);
  }

  JsonNode answer(HttpDouble.Request request) {
    String endpoint = name(request);
    Route route = routes.get(endpoint);
    if (route != null) {
      return route.answer(content(request));
    }
    int slash = endpoint.lastIndexOf('/');
    String collection = endpoint.substring(0, slash + 1) + "{";
    return routes.entrySet().stream()
        .filter(known -> known.getKey().startsWith(collection))
        .findFirst()
        .map(known -> {
          String parameter = known.getKey().substring(collection.length()).replace("}", "");
          ObjectNode content = (ObjectNode) content(request);
          content.put(parameter, decoded(endpoint.substring(slash + 1)));
          return known.getValue().answer(content);
        })
        .orElseThrow(() -> Refusal.notImplemented("endpoint " + endpoint));
  }

  /** {@code POST runs/create}. */
  static String name(HttpDouble.Request request) {
    return request.endpoint().replace(API, "");
  }

  static JsonNode content(HttpDouble.Request request) {
    return request.body().length == 0 ? query(request) : request.json();
  }

  private static JsonNode query(HttpDouble.Request request) {
    ObjectNode parameters = Wire.object();
    String call = request.call();
    if (call.contains("?")) {
      for (String pair : call.substring(call.indexOf('?') + 1).split("&")) {
        String[] parts = pair.split("=", 2);
        add(parameters, parts[0], decoded(parts[1]));
      }
    }
    return parameters;
  }

  /** A name that is repeated is a list. */
  private static void add(ObjectNode parameters, String name, String value) {
    if (!parameters.has(name)) {
      parameters.put(name, value);
    } else if (parameters.get(name) instanceof ArrayNode values) {
      values.add(value);
    } else {
      JsonNode first = parameters.get(name);
      parameters.putArray(name).add(first).add(value);
    }
  }

  /** A plus sign is itself: the clients write a space as {@code %20}. */
  static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
