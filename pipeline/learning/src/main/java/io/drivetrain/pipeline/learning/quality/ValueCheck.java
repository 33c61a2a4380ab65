package io.drivetrain.pipeline.learning.quality;

import com.google.re2j.Pattern;
import io.drivetrain.pipeline.learning.data.source.DataRow;
import io.drivetrain.pipeline.learning.data.source.DataTable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Holds the values of a column against an expectation. */
final class ValueCheck {
  private final DataTable table;

  ValueCheck(DataTable table) {
    this.table = table;
  }

  Finding check(ValueExpectation expectation) {
    return switch (expectation) {
      case ValueExpectation.Valid _ -> mostly(expectation, "valid values", Cell::isValid);
      case ValueExpectation.Holds holds ->
          mostly(expectation, holds.what().key(), texts(holds.what()::reads));
      case ValueExpectation.Between between ->
          mostly(
              expectation,
              "values from %s to %s"
                  .formatted(ReportText.bound(between.min()), ReportText.bound(between.max())),
              cell -> cell.isBetween(between.min(), between.max()));
      case ValueExpectation.OneOf oneOf ->
          mostly(
              expectation,
              "values of " + oneOf.values(),
              cell -> oneOf.values().contains(cell.value()));
      case ValueExpectation.Matches matches -> {
        Pattern pattern = matches.compiled();
        yield mostly(
            expectation, "values that match '" + matches.pattern() + "'", texts(pattern::matches));
      }
    };
  }

  private Finding mostly(ValueExpectation expectation, String what, Predicate<Cell> holds) {
    int place = table.fields().indexOf(expectation.column());
    CellCount count = new CellCount();
    for (DataRow row : table.rows()) {
      Cell cell = Cell.of(row, place, expectation.column());
      if (!cell.isMissing()) {
        count.add(row, cell.text(), holds.test(cell));
      }
    }
    return count.mostly(expectation, expectation.mostly(), what);
  }

  /** Columns repeat few texts many times: each is looked at once. */
  private static Predicate<Cell> texts(Predicate<String> holds) {
    Map<String, Boolean> known = new HashMap<>();
    return cell -> known.computeIfAbsent(cell.text(), holds::test);
  }
}
