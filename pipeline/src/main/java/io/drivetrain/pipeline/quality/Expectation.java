package io.drivetrain.pipeline.quality;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that must be true of the data. Shares are 0 to 1 and count the rows of the file, also
 * repeated ones. A column is a canonical name: a feature or the target. The severity is {@code
 * error} unless a definition says {@code warn}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Expectation.Rows.class, name = "rows"),
  @JsonSubTypes.Type(value = Expectation.ReadableLines.class, name = "readable_lines"),
  @JsonSubTypes.Type(value = Expectation.Missing.class, name = "missing"),
  @JsonSubTypes.Type(value = Expectation.Valid.class, name = "valid"),
  @JsonSubTypes.Type(value = Expectation.Between.class, name = "between"),
  @JsonSubTypes.Type(value = Expectation.OneOf.class, name = "one_of"),
  @JsonSubTypes.Type(value = Expectation.Duplicates.class, name = "duplicates")
})
public sealed interface Expectation {

  Severity severity();

  /** The column it is about; empty when it is about the file. */
  Optional<String> about();

  /**
   * The file has enough rows.
   *
   * @param min rows below the header
   * @param distinct count rows that are repeated once; absent: false
   */
  record Rows(long min, Boolean distinct, Severity severity) implements Expectation {
    public Rows {
      severity = orError(severity);
      distinct = Objects.requireNonNullElse(distinct, false);
    }

    @Override
    public Optional<String> about() {
      return Optional.empty();
    }
  }

  /**
   * Lines are rows: as many cells as the header has, quotes that end.
   *
   * @param mostly least share of such lines
   */
  record ReadableLines(double mostly, Severity severity) implements Expectation {
    public ReadableLines {
      severity = orError(severity);
      requireShare("mostly", mostly);
    }

    @Override
    public Optional<String> about() {
      return Optional.empty();
    }
  }

  /**
   * Cells have values.
   *
   * @param column absent: the cells of all columns together
   * @param below the share of missing cells must be below it
   */
  record Missing(String column, double below, Severity severity) implements Expectation {
    public Missing {
      severity = orError(severity);
      requireShare("below", below);
    }

    @Override
    public Optional<String> about() {
      return Optional.ofNullable(column);
    }
  }

  /**
   * Present values are what the definition says of the column: numbers, within its bounds, of its
   * list.
   *
   * @param mostly least share of such values among those that are present
   */
  record Valid(String column, double mostly, Severity severity) implements Expectation {
    public Valid {
      severity = orError(severity);
      Objects.requireNonNull(column, "a 'valid' expectation needs a column");
      requireShare("mostly", mostly);
    }

    @Override
    public Optional<String> about() {
      return Optional.of(column);
    }
  }

  /**
   * Present numbers lie between two bounds, both included; values that are no number do not.
   *
   * @param min absent: no bound
   * @param max absent: no bound
   * @param mostly least share of such values among those that are present
   */
  record Between(String column, Double min, Double max, double mostly, Severity severity)
      implements Expectation {
    public Between {
      severity = orError(severity);
      Objects.requireNonNull(column, "a 'between' expectation needs a column");
      requireShare("mostly", mostly);
    }

    @Override
    public Optional<String> about() {
      return Optional.of(column);
    }
  }

  /**
   * Present values are of a list.
   *
   * @param mostly least share of such values among those that are present
   */
  record OneOf(String column, List<String> values, double mostly, Severity severity)
      implements Expectation {
    public OneOf {
      severity = orError(severity);
      Objects.requireNonNull(column, "a 'one_of' expectation needs a column");
      values = List.copyOf(values);
      requireShare("mostly", mostly);
    }

    @Override
    public Optional<String> about() {
      return Optional.of(column);
    }
  }

  /**
   * Rows are not repeated too often. They are left out of the training in any case.
   *
   * @param max greatest share of rows that repeat another one
   */
  record Duplicates(double max, Severity severity) implements Expectation {
    public Duplicates {
      severity = orError(severity);
      requireShare("max", max);
    }

    @Override
    public Optional<String> about() {
      return Optional.empty();
    }
  }

  private static Severity orError(Severity severity) {
    return Objects.requireNonNullElse(severity, Severity.ERROR);
  }

  private static void requireShare(String key, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("'" + key + "' is a share and must be from 0 to 1");
    }
  }
}
