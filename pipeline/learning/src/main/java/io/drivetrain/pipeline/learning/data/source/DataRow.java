package io.drivetrain.pipeline.learning.data.source;

import io.drivetrain.models.schema.FieldIssue;
import io.drivetrain.models.schema.IssueCode;
import io.drivetrain.models.schema.Row;
import java.util.List;

/**
 * One of the different rows of a file.
 *
 * @param line where it begins first, from 1, as an editor counts
 * @param copies how often it stands in the file
 * @param cells its texts in the order of {@link DataTable#fields}
 * @param row its features, usable when there are no errors
 * @param target in the target's unit; NaN when it is missing or was refused
 * @param errors of features and target
 * @param isUsable whether a model can learn from it
 */
public record DataRow(
    long line,
    long copies,
    List<String> cells,
    Row row,
    double target,
    List<FieldIssue> errors,
    boolean isUsable) {

  public DataRow {
    cells = List.copyOf(cells);
    errors = List.copyOf(errors);
  }

  /** Whether a cell has a text that is no value of its field; an empty cell has none. */
  public boolean isRefused(String field) {
    return errors.stream()
        .filter(issue -> issue.field().equals(field))
        .findFirst()
        .filter(issue -> issue.code() != IssueCode.REQUIRED)
        .isPresent();
  }
}
