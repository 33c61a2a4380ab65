package io.drivetrain.pipeline.learning.quality;

import io.drivetrain.models.schema.FieldIssue;
import io.drivetrain.models.schema.IssueCode;
import io.drivetrain.pipeline.learning.data.source.DataRow;
import java.util.Optional;

/**
 * One cell of a table.
 *
 * @param text as it stands in the file
 * @param state what reading it gave
 * @param value Double, String, Boolean or LocalDate; null unless the state is VALID
 */
record Cell(String text, State state, Object value) {
  enum State {
    MISSING,
    REFUSED,
    VALID
  }

  /** The cell of a row at the place of a field; the place after the features is the target's. */
  static Cell of(DataRow row, int place, String field) {
    String text = row.cells().get(place);
    Optional<IssueCode> error =
        row.errors().stream()
            .filter(issue -> issue.field().equals(field))
            .map(FieldIssue::code)
            .findFirst();
    if (error.isPresent()) {
      boolean missing = error.orElseThrow() == IssueCode.REQUIRED;
      return new Cell(text, missing ? State.MISSING : State.REFUSED, null);
    }
    if (place == row.row().size()) {
      return new Cell(text, State.VALID, row.target());
    }
    return row.row()
        .value(place)
        .map(value -> new Cell(text, State.VALID, value))
        .orElseGet(() -> new Cell(text, State.MISSING, null));
  }

  boolean isMissing() {
    return state == State.MISSING;
  }

  boolean isValid() {
    return state == State.VALID;
  }

  boolean isBetween(Double min, Double max) {
    return value instanceof Double number
        && (min == null || number >= min)
        && (max == null || number <= max);
  }
}
