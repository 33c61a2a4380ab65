package io.drivetrain.models.schema;

import io.drivetrain.models.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the issues of one row while it is read. */
final class Issues {

  private final List<FieldIssue> errors = new ArrayList<>(0);
  private final List<FieldIssue> warnings = new ArrayList<>(0);

  void add(String field, IssueCode code, String... arguments) {
    (code.isError() ? errors : warnings).add(FieldIssue.of(field, code, arguments));
  }

  /** Notes that a value is refused and gives what stands for it in the row. */
  Object refuse(Feature feature, IssueCode code, Object given) {
    add(feature.name(), code, Texts.quotable(given), feature.accepted());
    return Row.MISSING;
  }

  /** Puts them in the order of the schema. */
  void sort(FieldNames names) {
    Comparator<FieldIssue> order = Comparator.comparingInt(issue -> names.place(issue.field()));
    errors.sort(order);
    warnings.sort(order);
  }

  List<FieldIssue> errors() {
    return errors;
  }

  List<FieldIssue> warnings() {
    return warnings;
  }
}
