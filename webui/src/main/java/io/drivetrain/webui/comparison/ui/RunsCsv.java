package io.drivetrain.webui.comparison.ui;

import io.drivetrain.webui.comparison.ComparedRun;
import io.drivetrain.webui.comparison.Field;
import io.drivetrain.webui.component.CsvText;
import java.util.ArrayList;
import java.util.List;

/** Runs with some of their fields, as CSV: one row for each. */
final class RunsCsv {
  private RunsCsv() {}

  static CsvText of(List<ComparedRun> runs, List<Field> fields) {
    List<String> columns =
        new ArrayList<>(List.of("run_id", "run_name", "experiment", "status", "start_time"));
    fields.forEach(field -> columns.add(field.text()));
    CsvText csv = new CsvText(columns);
    for (ComparedRun run : runs) {
      List<Object> row =
          new ArrayList<>(
              List.of(
                  run.id(),
                  run.name(),
                  run.experiment(),
                  run.status(),
                  run.startedAt().toString()));
      fields.forEach(field -> row.add(field.of(run).orElse("")));
      csv.row(row);
    }
    return csv;
  }
}
