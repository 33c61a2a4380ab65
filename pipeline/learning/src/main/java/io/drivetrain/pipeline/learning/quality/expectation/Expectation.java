package io.drivetrain.pipeline.learning.quality.expectation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.drivetrain.pipeline.api.quality.Severity;
import java.util.List;
import java.util.Objects;

/**
 * Something that must be true of the data. Shares are 0 to 1 and count the rows of the file, also
 * repeated ones. A column is a canonical name: a feature or the target. The severity is {@code
 * error} unless a definition says {@code warn}; a comparison with earlier data only warns unless it
 * says {@code error}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = FileExpectation.Rows.class, name = "rows"),
  @JsonSubTypes.Type(value = FileExpectation.ReadableLines.class, name = "readable_lines"),
  @JsonSubTypes.Type(value = FileExpectation.UsableRows.class, name = "usable_rows"),
  @JsonSubTypes.Type(value = FileExpectation.Columns.class, name = "columns"),
  @JsonSubTypes.Type(value = FileExpectation.Missing.class, name = "missing"),
  @JsonSubTypes.Type(value = FileExpectation.Duplicates.class, name = "duplicates"),
  @JsonSubTypes.Type(value = FileExpectation.Unique.class, name = "unique"),
  @JsonSubTypes.Type(value = FileExpectation.Fresh.class, name = "fresh"),
  @JsonSubTypes.Type(value = ValueExpectation.Valid.class, name = "valid"),
  @JsonSubTypes.Type(value = ValueExpectation.Holds.class, name = "holds"),
  @JsonSubTypes.Type(value = ValueExpectation.Between.class, name = "between"),
  @JsonSubTypes.Type(value = ValueExpectation.OneOf.class, name = "one_of"),
  @JsonSubTypes.Type(value = ValueExpectation.Matches.class, name = "matches"),
  @JsonSubTypes.Type(value = SqlExpectation.Condition.class, name = "sql"),
  @JsonSubTypes.Type(value = SqlExpectation.Value.class, name = "sql_value"),
  @JsonSubTypes.Type(
      value = EarlierDataExpectation.RowCountChange.class,
      name = "row_count_change"),
  @JsonSubTypes.Type(value = EarlierDataExpectation.Drift.class, name = "drift")
})
public sealed interface Expectation
    permits FileExpectation, ValueExpectation, SqlExpectation, EarlierDataExpectation {

  Severity severity();

  /** The columns it names; none when it is about the file, or about all of them. */
  List<String> columns();

  /** Its name in definitions and reports: {@code missing}. */
  default String type() {
    for (JsonSubTypes.Type type : Expectation.class.getAnnotation(JsonSubTypes.class).value()) {
      if (type.value() == getClass()) {
        return type.name();
      }
    }
    throw new IllegalStateException(getClass() + " has no name in definitions");
  }

  static Severity orError(Severity severity) {
    return Objects.requireNonNullElse(severity, Severity.ERROR);
  }

  static double requireShare(String key, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("'" + key + "' is a share and must be from 0 to 1");
    }
    return share;
  }

  static double shareOrAll(String key, Double share) {
    return share == null ? 1 : requireShare(key, share);
  }
}
