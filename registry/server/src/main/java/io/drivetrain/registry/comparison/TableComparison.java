package io.drivetrain.registry.comparison;

import io.drivetrain.registry.comparison.ArtifactDifference.TableRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares tables as bags of rows: an order is no difference, a number of equal rows is one. */
final class TableComparison {
  private static final int MOST_TOLD = 1000;

  private TableComparison() {}

  static ArtifactDifference.OfTable compare(CsvTable left, CsvTable right) {
    var common = left.columns().stream().filter(right.columns()::contains).toList();
    var onlyLeft = rowsWithout(left, right, common);
    var onlyRight = rowsWithout(right, left, common);
    return new ArtifactDifference.OfTable(
        common,
        left.columns().stream().filter(column -> !common.contains(column)).toList(),
        right.columns().stream().filter(column -> !common.contains(column)).toList(),
        onlyLeft.subList(0, Math.min(MOST_TOLD, onlyLeft.size())),
        onlyRight.subList(0, Math.min(MOST_TOLD, onlyRight.size())),
        onlyLeft.size() > MOST_TOLD || onlyRight.size() > MOST_TOLD);
  }

  private static List<TableRow> rowsWithout(CsvTable table, CsvTable other, List<String> columns) {
    Map<List<String>, Integer> present = new HashMap<>();
    other.rows().forEach(row -> present.merge(other.project(row, columns), 1, Integer::sum));
    var rows = new ArrayList<TableRow>();
    int number = 0;
    for (var row : table.rows()) {
      number++;
      var cells = table.project(row, columns);
      if (present.merge(cells, -1, Integer::sum) < 0) {
        rows.add(new TableRow(number, cells));
      }
    }
    return rows;
  }
}
