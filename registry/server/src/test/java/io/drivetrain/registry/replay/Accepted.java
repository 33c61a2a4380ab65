package io.drivetrain.registry.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The list in {@code mlflow-wire-differences.json}: where this server answers otherwise, and why.
 */
record Accepted(List<LeftOut> leftOut, List<Rule> differences) {

  /** An exchange that is not replayed. Patterns match method and path as a whole. */
  record LeftOut(String endpoint, String why) {}

  record Rule(String endpoint, String where, String why) {
    boolean covers(Difference difference) {
      return Pattern.matches(endpoint, difference.exchange().endpoint())
          && Pattern.matches(where, difference.where());
    }
  }

  static Accepted read() throws IOException {
    try (var json = Accepted.class.getResourceAsStream("/mlflow-wire-differences.json")) {
      return new ObjectMapper().readValue(json, Accepted.class);
    }
  }

  boolean leavesOut(Exchange exchange) {
    return leftOut.stream().anyMatch(out -> Pattern.matches(out.endpoint(), exchange.endpoint()));
  }

  boolean covers(Difference difference) {
    return differences.stream().anyMatch(rule -> rule.covers(difference));
  }
}
