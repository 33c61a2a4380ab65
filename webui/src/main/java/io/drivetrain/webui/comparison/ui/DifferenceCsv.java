package io.drivetrain.webui.comparison.ui;

import io.drivetrain.webui.comparison.ComparedRun;
import io.drivetrain.webui.comparison.Difference;
import io.drivetrain.webui.component.CsvText;
import java.util.ArrayList;
import java.util.List;

/** Differences as CSV: a row for each field, a column for each run. */
final class DifferenceCsv {
  private DifferenceCsv() {}

  static CsvText of(ComparedRun baseline, List<ComparedRun> others, boolean onlyDiffering) {
    List<String> columns = new ArrayList<>(List.of("field", baseline.name()));
    others.forEach(run -> columns.add(run.name()));
    CsvText csv = new CsvText(columns);
    for (Difference row : Difference.between(baseline, others)) {
      if (!onlyDiffering || row.differs()) {
        List<String> cells = new ArrayList<>();
        cells.add(row.field().text());
        cells.add(row.baseline().orElse(""));
        row.others().forEach(other -> cells.add(other.value().orElse("")));
        csv.row(cells);
      }
    }
    return csv;
  }
}
