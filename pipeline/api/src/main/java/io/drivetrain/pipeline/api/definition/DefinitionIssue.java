package io.drivetrain.pipeline.api.definition;

/**
 * One thing that is wrong in a definition.
 *
 * @param line counted from 1
 * @param column counted from 1
 * @param path where in the definition: {@code steps[2].retries}; empty for the whole of it
 * @param message what to change
 */
public record DefinitionIssue(int line, int column, String path, String message) {

  /** As compilers write it, for logs. */
  public String text(String file) {
    String place = path.isEmpty() ? "" : path + ": ";
    return "%s:%d:%d: %s%s".formatted(file, line, column, place, message);
  }
}
