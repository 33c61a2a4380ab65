package io.drivetrain.webui.experiment;

import java.util.List;

/**
 * What was read of a table of runs, before its rows are.
 *
 * @param query without an order, which changes none of this
 * @param count of all runs that it finds
 * @param fields of the runs on the first page
 * @param usualFields what a table shows until somebody chooses
 */
public record RunTableReading(
    RunQuery query, RunScope scope, long count, RunFields fields, List<RunField> usualFields) {
  public static final RunTableReading NONE =
      new RunTableReading(RunQuery.ALL, RunScope.NONE, 0, RunFields.NONE, List.of());

  public RunTableReading {
    usualFields = List.copyOf(usualFields);
  }

  /**
   * What has changed since.
   *
   * @param of the reading that it is about
   * @param rows as they are now
   */
  public record News(RunTableReading of, long count, List<RunRow> rows) {
    public News {
      rows = List.copyOf(rows);
    }

    public boolean isOf(RunTableReading reading) {
      return of == reading;
    }
  }

  /** With the count as it is now. */
  public RunTableReading with(News news) {
    return new RunTableReading(query, scope, news.count(), fields, usualFields);
  }

  boolean isOf(RunQuery other) {
    return this != NONE && query.equals(other);
  }
}
