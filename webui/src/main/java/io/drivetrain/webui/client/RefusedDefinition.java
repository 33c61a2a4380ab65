package io.drivetrain.webui.client;

import java.util.List;
import java.util.Objects;

/**
 * A file that defines no pipeline because it is wrong.
 *
 * @param file its name
 */
public record RefusedDefinition(String file, List<Issue> errors) {

  public RefusedDefinition {
    errors = errors == null ? List.of() : List.copyOf(errors);
  }

  /**
   * One thing that is wrong.
   *
   * @param line counted from 1
   * @param column counted from 1
   * @param path where in the definition: {@code steps[2].retries}; empty for the whole of it
   * @param message what to change, in English
   */
  public record Issue(int line, int column, String path, String message) {
    public Issue {
      path = Objects.requireNonNullElse(path, "");
    }
  }
}
