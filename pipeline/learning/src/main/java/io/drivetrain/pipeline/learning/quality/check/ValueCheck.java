package io.drivetrain.pipeline.learning.quality.check;

import com.google.re2j.Pattern;
import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.TextFeature;
import io.drivetrain.pipeline.api.quality.Finding;
import io.drivetrain.pipeline.learning.data.PreparedColumns;
import io.drivetrain.pipeline.learning.data.duckdb.LockedDuckDb;
import io.drivetrain.pipeline.learning.quality.expectation.ValueExpectation;
import io.drivetrain.pipeline.learning.quality.finding.ReportText;
import io.drivetrain.pipeline.learning.quality.sql.RowQueries;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds the values of a column against an expectation. */
public final class ValueCheck {
  private static final String NEVER = "false";

  private final RowQueries rows;
  private final FeatureSchema schema;

  ValueCheck(RowQueries rows, FeatureSchema schema) {
    this.rows = rows;
    this.schema = schema;
  }

  Finding check(ValueExpectation expectation) {
    String column = expectation.column();
    return switch (expectation) {
      case ValueExpectation.Valid _ -> mostly(expectation, "valid values", "true");
      case ValueExpectation.Holds holds ->
          rows.countTexts(column, holds.what()::reads)
              .mostly(expectation, holds.mostly(), holds.what().key());
      case ValueExpectation.Between between ->
          mostly(
              expectation,
              "values from %s to %s"
                  .formatted(ReportText.bound(between.min()), ReportText.bound(between.max())),
              isNumber(column) ? between(between) : NEVER);
      case ValueExpectation.OneOf oneOf ->
          mostly(
              expectation,
              "values of " + oneOf.values(),
              isText(column) ? oneOf(column, oneOf.values()) : NEVER);
      case ValueExpectation.Matches matches -> {
        Pattern pattern = matches.compiled();
        yield rows.countTexts(column, pattern::matches)
            .mostly(expectation, matches.mostly(), "values that match '" + matches.pattern() + "'");
      }
    };
  }

  /**
   * @param holds of a value that is not null, in SQL
   */
  private Finding mostly(ValueExpectation expectation, String what, String holds) {
    String column = expectation.column();
    String failing = "(%s is null or not (%s))".formatted(PreparedColumns.value(column), holds);
    return rows.count(RowQueries.isPresent(column), failing, column)
        .mostly(expectation, expectation.mostly(), what);
  }

  private static String between(ValueExpectation.Between between) {
    String value = PreparedColumns.value(between.column());
    return "%s and %s"
        .formatted(
            between.min() == null ? "true" : "%s >= '%s'::double".formatted(value, between.min()),
            between.max() == null ? "true" : "%s <= '%s'::double".formatted(value, between.max()));
  }

  private static String oneOf(String column, List<String> values) {
    return values.isEmpty()
        ? NEVER
        : values.stream()
            .map(LockedDuckDb::text)
            .collect(Collectors.joining(", ", PreparedColumns.value(column) + " in (", ")"));
  }

  private boolean isNumber(String column) {
    return column.equals(schema.target().name())
        || feature(column).filter(NumericFeature.class::isInstance).isPresent();
  }

  private boolean isText(String column) {
    return feature(column)
        .filter(feature -> feature instanceof CategoricalFeature || feature instanceof TextFeature)
        .isPresent();
  }

  private Optional<Feature> feature(String column) {
    return schema.features().stream().filter(feature -> feature.name().equals(column)).findFirst();
  }
}
