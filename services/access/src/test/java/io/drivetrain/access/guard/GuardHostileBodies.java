package io.drivetrain.access.guard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Bodies that break a careless reader, and what no answer to them may say. */
final class GuardHostileBodies {
  static final List<String> BODIES =
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

  /** Words of those whom this server is made of. */
  private static final List<String> FORBIDDEN =
      List.of(
          "exception",
          "java.",
          "javax.",
          "jakarta",
          "jackson",
          "fasterxml",
          "quarkus",
          "resteasy",
          "vertx",
          "vert.x",
          "netty",
          "hibernate",
          "quartz",
          "duckdb",
          "jdbc",
          "io.drivetrain",
          "was expecting",
          "deserialize",
          "unrecognized token",
          "end-of-input",
          "cannot invoke",
          "stack trace");

  private static final Set<Integer> MAY_FAIL = Set.of(501, 503);

  private GuardHostileBodies() {}

  /** What is wrong with an answer. */
  static Optional<String> gap(RawRequest.Answer answer) {
    var said = answer.body().toLowerCase(Locale.ROOT);
    var word = FORBIDDEN.stream().filter(said::contains).findFirst();
    if (word.isPresent()) {
      return Optional.of("says '%s': %s".formatted(word.get(), answer));
    }
    if (answer.status() >= 500 && !MAY_FAIL.contains(answer.status())) {
      return Optional.of("fails: " + answer);
    }
    boolean explained = said.contains("\"detail\":") || said.contains("\"message\":");
    return answer.status() >= 400 && !explained
        ? Optional.of("has no problem: " + answer)
        : Optional.empty();
  }
}
