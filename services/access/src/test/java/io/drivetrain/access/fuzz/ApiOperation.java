package io.drivetrain.access.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.access.guard.RawRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * An operation of an OpenAPI document.
 *
 * @param path with its parameters in braces
 * @param definition as the document has it
 */
record ApiOperation(String method, String path, JsonNode definition) {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  /** The same operations as without it, in the registry. */
  private static final String TWIN = "/ajax-api/";

  static List<ApiOperation> allOf(JsonNode document) {
    List<ApiOperation> operations = new ArrayList<>();
    for (var path : document.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey()) && !path.getKey().startsWith(TWIN)) {
          operations.add(
              new ApiOperation(
                  operation.getKey().toUpperCase(Locale.ROOT),
                  path.getKey(),
                  operation.getValue()));
        }
      }
    }
    return operations;
  }

  RawRequest request(ValueMaker values, Random random) {
    String target = path;
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : definition.path("parameters")) {
      String name = parameter.path("name").asText();
      if (parameter.path("in").asText().equals("path")) {
        String value = values.text(name, parameter.path("schema"));
        target = target.replace("{" + name + "}", encoded(value.isEmpty() ? "1" : value));
      } else if (parameter.path("in").asText().equals("query") && random.nextInt(4) > 0) {
        query.add(encoded(name) + "=" + encoded(values.text(name, parameter.path("schema"))));
      }
    }
    target = target.replaceAll("\\{[^}]*}", "1");
    String url = query.isEmpty() ? target : target + "?" + String.join("&", query);
    JsonNode content = definition.path("requestBody").path("content");
    if (content.isMissingNode() || method.equals("GET")) {
      return new RawRequest(method, url, headers("application/json"), "");
    }
    JsonNode json = content.path("application/json");
    return json.isMissingNode()
        ? new RawRequest(
            method, url, headers("application/octet-stream"), values.text("body", json))
        : new RawRequest(
            method, url, headers("application/json"), values.body(json.path("schema")));
  }

  private static List<String> headers(String contentType) {
    return List.of("Host: localhost", "Content-Type: " + contentType);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
