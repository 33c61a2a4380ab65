package io.drivetrain.pipeline.learning.quality.check;

import static io.drivetrain.pipeline.learning.quality.finding.ReportText.text;

import io.drivetrain.pipeline.api.quality.SampleRow;
import io.drivetrain.pipeline.learning.data.PreparedColumns;
import io.drivetrain.pipeline.learning.quality.finding.CellCount;
import io.drivetrain.pipeline.learning.quality.sql.RowQueries;
import io.drivetrain.pipeline.learning.quality.sql.SqlTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows that have the same values as an earlier one in some columns, or stand there twice. */
public final class RepeatedRows {
  private final RowQueries rows;
  private final List<String> columns;

  RepeatedRows(RowQueries rows, List<String> columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /** Of the rows in which none of the values is missing or was refused. */
  CellCount count() {
    String sums =
        "with keyed as (%1$s) select sum(%2$s), sum(if(%3$s = first, %2$s - 1, %2$s)) from keyed"
            .formatted(keyed(), PreparedColumns.COPIES, PreparedColumns.LINE);
    String samples =
        """
        with keyed as (%1$s)
        select %2$s, %3$s, first, %4$s from keyed where %2$s <> first or %3$s > 1
        order by %2$s limit %5$d
        """
            .formatted(
                keyed(),
                PreparedColumns.LINE,
                PreparedColumns.COPIES,
                columns.stream().map(PreparedColumns::text).collect(Collectors.joining(", ")),
                SampleRow.MOST);
    List<Long> sum = rows.list(sums, row -> List.of(row.getLong(1), row.getLong(2))).getFirst();
    return new CellCount(sum.getFirst(), sum.getLast(), rows.list(samples, this::sample));
  }

  private String keyed() {
    return "select *, min(%1$s) over (partition by %2$s) as first from %3$s where %4$s"
        .formatted(
            PreparedColumns.LINE,
            columns.stream().map(PreparedColumns::value).collect(Collectors.joining(", ")),
            SqlTable.ROWS,
            columns.stream()
                .map(column -> PreparedColumns.value(column) + " is not null")
                .collect(Collectors.joining(" and ")));
  }

  private SampleRow sample(ResultSet row) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      values.add(columns.get(i) + " = " + row.getString(i + 4));
    }
    String shown = String.join(", ", values);
    long line = row.getLong(1);
    long first = row.getLong(3);
    return new SampleRow(
        line,
        line == first
            ? text("%s: %,d times", shown, row.getLong(2))
            : text("%s: first on line %d", shown, first));
  }
}
