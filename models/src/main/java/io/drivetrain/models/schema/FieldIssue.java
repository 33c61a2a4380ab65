package io.drivetrain.models.schema;

import java.util.List;

/**
 * One thing about one field.
 *
 * @param field canonical name; for an unknown field the name that was given
 * @param arguments as {@link IssueCode} says for the code; safe to show: short, no control
 *     characters
 */
public record FieldIssue(String field, IssueCode code, List<String> arguments) {

  public FieldIssue {
    arguments = List.copyOf(arguments);
  }

  static FieldIssue of(String field, IssueCode code, String... arguments) {
    return new FieldIssue(field, code, List.of(arguments));
  }

  /** English, one line, with the name of the field. */
  public String message() {
    String text = code.text();
    for (int i = arguments.size() - 1; i >= 0; i--) {
      text = text.replace("{" + i + "}", arguments.get(i));
    }
    boolean suggests = code == IssueCode.UNKNOWN_FIELD && !arguments.getFirst().isEmpty();
    return field + " " + text + (suggests ? "; did you mean " + arguments.getFirst() + "?" : "");
  }
}
