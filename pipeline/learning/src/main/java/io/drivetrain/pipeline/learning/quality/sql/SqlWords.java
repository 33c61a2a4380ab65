package io.drivetrain.pipeline.learning.quality.sql;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with the SQL of a definition, in words for its author. */
public final class SqlWords {
  private static final String UNKNOWN = "it cannot be carried out with the rows of this file";

  /** The database tells its causes apart by the texts of its messages only. */
  private static final List<Words> WORDS =
      List.of(
          words("Referenced column \"(.*?)\" not found", "there is no column '%s'"),
          words("with name \"?([\\w.]+)\"? does not exist", "there is no function or table '%s'"),
          words(
              "No function matches the given name and argument types '(\\w+)",
              "the function %s does not take values of these types"),
          words("syntax error at or near \"(.*?)\"$", "the SQL cannot be read from '%s' on"),
          words("syntax error at end of input", "the SQL ends before it is complete"),
          words("unterminated|zero-length", "a quote in the SQL is not closed, or holds nothing"),
          words(
              "must appear in the GROUP BY",
              "an aggregate of all rows cannot stand in a condition of one row; use sql_value"),
          words(
              "aggregate|WINDOW|window",
              "an aggregate or a window function is not allowed at this place"),
          words(
              "convert string '(.*?)' to", "'%s' cannot be read as a value of the type asked for"),
          words("Conversion Error", "a value cannot be read as one of the type asked for"),
          words("Cannot compare|Cannot mix", "it compares values of different types"),
          words("[Oo]ut of [Rr]ange|[Oo]verflow", "a number is larger than its type allows"),
          words("Out of Memory", "it needs more memory than a query may have"),
          words("Ambiguous", "a name stands for more than one column"),
          words("subquery|Subquery", "a query inside it must give one value"));

  private SqlWords() {}

  /** Without a full stop. */
  public static String of(Exception error) {
    return error instanceof NoAnswerException
        ? error.getMessage()
        : of(error.getMessage() == null ? "" : error.getMessage());
  }

  static String of(String databases) {
    String first = databases.lines().findFirst().orElse("");
    return WORDS.stream()
        .map(words -> words.in(first))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(UNKNOWN);
  }

  private static Words words(String cause, String ours) {
    return new Words(Pattern.compile(cause), ours);
  }

  private record Words(Pattern cause, String ours) {

    /** Empty when the message has another cause. */
    String in(String databases) {
      Matcher found = cause.matcher(databases);
      if (!found.find()) {
        return "";
      }
      return found.groupCount() == 0 ? ours : ours.formatted(found.group(1));
    }
  }
}
