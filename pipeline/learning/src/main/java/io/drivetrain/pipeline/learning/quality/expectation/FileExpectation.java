package io.drivetrain.pipeline.learning.quality.expectation;

import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.engine.definition.DefinitionException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Something that must be true of the file as a whole. */
public sealed interface FileExpectation extends Expectation {

  @Override
  default List<String> columns() {
    return List.of();
  }

  /**
   * The file has enough rows.
   *
   * @param min rows below the header
   * @param distinct count rows that are repeated once; absent: false
   */
  record Rows(long min, Boolean distinct, Severity severity) implements FileExpectation {
    public Rows {
      severity = Expectation.orError(severity);
      distinct = Objects.requireNonNullElse(distinct, false);
    }
  }

  /**
   * Lines are rows: as many cells as the header has, quotes that end.
   *
   * @param mostly least share of such lines
   */
  record ReadableLines(double mostly, Severity severity) implements FileExpectation {
    public ReadableLines {
      severity = Expectation.orError(severity);
      Expectation.requireShare("mostly", mostly);
    }
  }

  /**
   * Rows can be learned from: they are rows, and each required feature and the target has a value.
   * Repeated rows count.
   *
   * @param mostly least share of such rows among all of them and the lines that are no rows
   */
  record UsableRows(double mostly, Severity severity) implements FileExpectation {
    public UsableRows {
      severity = Expectation.orError(severity);
      Expectation.requireShare("mostly", mostly);
    }
  }

  /**
   * The header has these columns.
   *
   * @param names headers of the file, or canonical names; absent: those of the features and the
   *     target
   * @param others whether there may be columns beside them; absent: false
   */
  record Columns(List<String> names, Boolean others, Severity severity) implements FileExpectation {
    public Columns {
      severity = Expectation.orError(severity);
      names = names == null ? List.of() : List.copyOf(names);
      others = Objects.requireNonNullElse(others, false);
    }
  }

  /**
   * Cells have values.
   *
   * @param column absent: the cells of all columns together
   * @param below the share of missing cells must be below it
   */
  record Missing(String column, double below, Severity severity) implements FileExpectation {
    public Missing {
      severity = Expectation.orError(severity);
      Expectation.requireShare("below", below);
    }

    @Override
    public List<String> columns() {
      return column == null ? List.of() : List.of(column);
    }
  }

  /**
   * Rows are not repeated too often. They are left out of the training in any case.
   *
   * @param max greatest share of rows that repeat another one
   */
  record Duplicates(double max, Severity severity) implements FileExpectation {
    public Duplicates {
      severity = Expectation.orError(severity);
      Expectation.requireShare("max", max);
    }
  }

  /**
   * No two rows have the same values in some columns. Rows in which one of them is missing or was
   * refused do not count.
   *
   * @param columns at least one
   * @param mostly least share of rows that do not repeat an earlier one; absent: all
   */
  record Unique(List<String> columns, Double mostly, Severity severity) implements FileExpectation {
    public Unique {
      severity = Expectation.orError(severity);
      if (columns == null || columns.isEmpty()) {
        throw new IllegalArgumentException("a 'unique' expectation needs columns");
      }
      columns = List.copyOf(columns);
      mostly = Expectation.shareOrAll("mostly", mostly);
    }
  }

  /**
   * The newest day of a column is not long ago when the run starts. Days after the start of the run
   * are typing errors and do not count.
   *
   * @param column of type date
   * @param within such as P7D; the day of the run is 0 days ago (UTC)
   */
  record Fresh(String column, Duration within, Severity severity) implements FileExpectation {
    public Fresh {
      severity = Expectation.orError(severity);
      Objects.requireNonNull(column, "a 'fresh' expectation needs a column");
      if (within == null || within.isNegative()) {
        throw new DefinitionException("must be a duration such as P7D", "within");
      }
    }

    @Override
    public List<String> columns() {
      return List.of(column);
    }
  }
}
