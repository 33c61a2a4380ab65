package io.drivetrain.pipeline.learning.quality.expectation;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.engine.definition.DefinitionException;
import java.util.List;
import java.util.Objects;

/**
 * Something that must be true of the values of one column. Missing cells are not counted: {@link
 * FileExpectation.Missing} is about them.
 */
public sealed interface ValueExpectation extends Expectation {

  String column();

  /** The least share of values of which it must be true. */
  double mostly();

  @Override
  default List<String> columns() {
    return List.of(column());
  }

  /**
   * Present values are what the definition says of the column: numbers, within its bounds, of its
   * list.
   */
  record Valid(String column, double mostly, Severity severity) implements ValueExpectation {
    public Valid {
      severity = Expectation.orError(severity);
      requireColumn("valid", column);
      Expectation.requireShare("mostly", mostly);
    }
  }

  /**
   * Present values can be read as a type, whatever their bounds: tells a wrong column from a wrong
   * value, and numbers in a column of texts.
   *
   * @param what such as {@code numbers}
   */
  record Holds(String column, ValueType what, double mostly, Severity severity)
      implements ValueExpectation {
    public Holds {
      severity = Expectation.orError(severity);
      requireColumn("holds", column);
      Objects.requireNonNull(
          what, "a 'holds' expectation needs 'what': numbers, integers, booleans or dates");
      Expectation.requireShare("mostly", mostly);
    }
  }

  /**
   * Present numbers lie between two bounds, both included; values that are no number do not.
   *
   * @param min absent: no bound
   * @param max absent: no bound
   */
  record Between(String column, Double min, Double max, double mostly, Severity severity)
      implements ValueExpectation {
    public Between {
      severity = Expectation.orError(severity);
      requireColumn("between", column);
      Expectation.requireShare("mostly", mostly);
    }
  }

  /** Present values are of a list. */
  record OneOf(String column, List<String> values, double mostly, Severity severity)
      implements ValueExpectation {
    public OneOf {
      severity = Expectation.orError(severity);
      requireColumn("one_of", column);
      values = List.copyOf(values);
      Expectation.requireShare("mostly", mostly);
    }
  }

  /**
   * Present cells match a pattern from their first character to the last, as they stand in the
   * file.
   *
   * @param pattern in the syntax of RE2, which needs no more time than the text is long; it has no
   *     back references and no look-around
   */
  record Matches(String column, String pattern, double mostly, Severity severity)
      implements ValueExpectation {
    public Matches {
      severity = Expectation.orError(severity);
      requireColumn("matches", column);
      Objects.requireNonNull(pattern, "a 'matches' expectation needs a pattern");
      compile(pattern);
      Expectation.requireShare("mostly", mostly);
    }

    public Pattern compiled() {
      return compile(pattern);
    }

    private static Pattern compile(String pattern) {
      try {
        return Pattern.compile(pattern);
      } catch (PatternSyntaxException wrong) {
        throw new DefinitionException(
            "'%s' is not a pattern: its part '%s' is not complete, or not allowed"
                .formatted(pattern, wrong.getPattern()),
            "pattern");
      }
    }
  }

  private static void requireColumn(String type, String column) {
    Objects.requireNonNull(column, "a '" + type + "' expectation needs a column");
  }
}
