package io.drivetrain.access.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drivetrain.access.problem.ForbiddenWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Bodies that break a careless reader, and what an answer to them must be. */
public final class HostileBodies {
  /** For every operation that takes a body. */
  public static final List<String> OF_ANY =
      List.of(
          "null",
          "\"null\"",
          "\"{\"",
          "[]",
          "1e999999999",
          "{",
          "{\"a\":}",
          "{\"a\":1,\"a\":2}x",
          "{'a':1}",
          "{\"\\ud800\":\"\\u0000\"}",
          "[".repeat(5000),
          "{\"a\":".repeat(2000));

  /** What stands where a careless reader expects a number or a text. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "[]",
          "{}",
          "[[[[]]]]",
          "{\"a\":{\"b\":1}}",
          "-1",
          "1e999",
          "-1e-999",
          "9223372036854775808",
          "0.1e-400",
          "NaN",
          "\"\"",
          "\"NaN\"",
          "\"1e5\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"'; drop table run; --\"",
          "\"<script>alert(1)</script>\"",
          "\"../../etc/passwd\"",
          "\"" + "9".repeat(10_000) + "\"",
          "\"%s%n${jndi:ldap://x}\"");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<Integer> MAY_FAIL = Set.of(501, 503);

  private HostileBodies() {}

  /**
   * {@link #OF_ANY}, and a good body with each of its fields in turn hostile, absent or doubled.
   *
   * @param good a JSON object
   */
  public static List<String> of(String good) throws JsonProcessingException {
    List<String> bodies = new ArrayList<>(OF_ANY);
    ObjectNode fields = (ObjectNode) JSON.readTree(good);
    for (String name : (Iterable<String>) fields::fieldNames) {
      VALUES.forEach(value -> bodies.add(with(fields, name, value)));
      bodies.add(fields.deepCopy().without(name).toString());
      bodies.add("{" + JSON.writeValueAsString(name) + ":1," + fields.toString().substring(1));
    }
    return bodies;
  }

  private static String with(ObjectNode fields, String name, String value) {
    String mark = "\u2400";
    return fields.deepCopy().put(name, mark).toString().replace("\"" + mark + "\"", value);
  }

  /** What is wrong with an answer. */
  public static Optional<String> gap(int status, String body) {
    var word = ForbiddenWords.in(body);
    if (word.isPresent()) {
      return Optional.of("says '%s': %d %s".formatted(word.get(), status, body));
    }
    if (status >= 500 && !MAY_FAIL.contains(status)) {
      return Optional.of("fails: %d %s".formatted(status, body));
    }
    boolean explained = body.contains("\"detail\":") || body.contains("\"message\":");
    return status >= 400 && !explained
        ? Optional.of("has no problem: %d %s".formatted(status, body))
        : Optional.empty();
  }
}
