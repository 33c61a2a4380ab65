package io.drivetrain.registry.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The single values of an answer by their place in it. What every run of a server makes anew is the
 * same word for both: server times, texts of errors, names by chance, sizes of files (the recording
 * has their text only). Lists of keys have no order.
 */
final class Values {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> MADE_ANEW =
      Set.of(
          "creation_time",
          "last_update_time",
          "creation_timestamp",
          "last_updated_timestamp",
          "creation_timestamp_ms",
          "last_updated_timestamp_ms",
          "message",
          "file_size");
  private static final Pattern NAME_BY_CHANCE = Pattern.compile("[a-z]+-[a-z]+-\\d+");

  private Values() {}

  static Map<String, String> of(String answer) {
    var values = new TreeMap<String, String>();
    collect("", parse(answer), values);
    return values;
  }

  private static void collect(String place, JsonNode node, Map<String, String> values) {
    if (node.isObject()) {
      values.put(place + "/", "an object");
      node.properties()
          .forEach(field -> collectField(place, field.getKey(), field.getValue(), values));
      return;
    }
    if (node.isArray()) {
      int index = 0;
      for (var element : ordered(node)) {
        collect(place + "/" + index++, element, values);
      }
      return;
    }
    collectText(place, node.asText(), values);
  }

  private static void collectField(
      String place, String name, JsonNode value, Map<String, String> values) {
    if (MADE_ANEW.contains(name)) {
      values.put(place + "/" + name, "made anew");
      return;
    }
    collect(place + "/" + name, value, values);
  }

  /** JSON within a text is compared as JSON: its blanks are nobody's business. */
  private static void collectText(String place, String text, Map<String, String> values) {
    if (text.startsWith("[") || text.startsWith("{")) {
      collect(place + "/json", parse(text), values);
      return;
    }
    values.put(place, NAME_BY_CHANCE.matcher(text).matches() ? "a name by chance" : text);
  }

  private static List<JsonNode> ordered(JsonNode array) {
    var elements = StreamSupport.stream(array.spliterator(), false);
    return elements.sorted(Comparator.comparing(element -> element.path("key").asText())).toList();
  }

  /** What is not JSON is one text. */
  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException plain) {
      return JSON.getNodeFactory().textNode("text: " + text);
    }
  }
}
