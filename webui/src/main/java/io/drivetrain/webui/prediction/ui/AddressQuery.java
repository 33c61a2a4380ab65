package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Names and texts as the query of an address, {@code a=1&b=2}, and back. */
final class AddressQuery {
  private AddressQuery() {}

  static String of(Map<String, String> entries) {
    return entries.entrySet().stream()
        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  static Map<String, String> read(String query) {
    return read(QueryParameters.fromString(query));
  }

  /** Of a name that stands there more than once, the first. */
  static Map<String, String> read(QueryParameters parameters) {
    Map<String, String> entries = new LinkedHashMap<>();
    parameters.getParameters().forEach((name, values) -> entries.put(name, values.getFirst()));
    return entries;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
