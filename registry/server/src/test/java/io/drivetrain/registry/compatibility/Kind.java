package io.drivetrain.registry.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a test holds of some endpoints.
 *
 * @param column of the table
 * @param endpoints method and path, as a whole
 * @param test without the package of the registry
 */
record Kind(String column, Pattern endpoints, String test) {
  static final String ERRORS = "Errors";

  /** In the order of the columns. */
  static List<Kind> all() {
    return Stream.concat(
            lines("/mlflow-kinds.txt")
                .map(line -> new Kind(line.get(0), Pattern.compile(line.get(1)), line.get(2))),
            lines("/mlflow-refusals.txt").map(Kind::ofRefusal))
        .toList();
  }

  private static Kind ofRefusal(List<String> line) {
    var request = line.get(1).replaceFirst("[?].*", "").split(" ", 2);
    var path = request[1].replaceFirst("^/+", "/").replace("/ajax-api/", "/api/");
    var whole = path.startsWith("/") ? path : "/api/2.0/mlflow/" + path;
    var form = Stream.of(whole.split("(?<=/)")).map(Kind::segment).reduce("", String::concat);
    return new Kind(ERRORS, Pattern.compile(request[0] + " " + form), "protocol.RefusalTest");
  }

  /** A name that the test made, or an id, stands for a variable of the path. */
  private static String segment(String part) {
    var name = part.replace("/", "");
    boolean isVariable =
        name.startsWith("{") || name.matches("(m|d|tr)-.*") || name.matches("foo|tag1|nonexistent");
    return isVariable ? "\\{[^}]+}" + part.substring(name.length()) : Pattern.quote(part);
  }

  private static Stream<List<String>> lines(String list) {
    try (var text = Kind.class.getResourceAsStream(list)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split(" \\|", 4)).map(String::strip).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Under whichever of its names. */
  boolean covers(Endpoint endpoint) {
    var path = endpoint.path().replace("/ajax-api/", "/api/").replace("2.0mlflow", "2.0/mlflow");
    return endpoints.matcher(endpoint.method() + " " + path).matches();
  }

  Class<?> testClass() throws ClassNotFoundException {
    return Class.forName("io.drivetrain.registry." + test);
  }
}
