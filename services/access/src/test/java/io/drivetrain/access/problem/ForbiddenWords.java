package io.drivetrain.access.problem;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Words of those whom this software is made of. No answer, page, report or log of an attempt has
 * them.
 */
public final class ForbiddenWords {
  private static final List<String> WORDS =
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
          "snakeyaml",
          "duckdb",
          "jdbc",
          "lettuce",
          "io.drivetrain",
          "was expecting",
          "deserialize",
          "unrecognized token",
          "end-of-input",
          "cannot invoke",
          "parser error",
          "binder error",
          "stack trace");

  private ForbiddenWords() {}

  /** The first of them in a text. */
  public static Optional<String> in(String text) {
    String said = text.toLowerCase(Locale.ROOT);
    return WORDS.stream().filter(said::contains).findFirst();
  }
}
