package io.drivetrain.models.encoding;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A column bound to the places of its features, ready to encode without allocation. */
interface Cell {

  double[] WHOLE = {1.0};

  /** The input of a column that has one. */
  double encode(Row row);

  /** Number of its inputs. */
  default int width() {
    return 1;
  }

  /**
   * Adds the inputs that are not 0.
   *
   * @param offset place of the first one
   */
  default void encode(Row row, int offset, SparseRow.Builder out) {
    out.add(offset, encode(row));
  }

  default double[] shares(Row row) {
    return WHOLE.clone();
  }

  static Cell of(Column column, FeatureSchema schema) {
    return switch (column) {
      case NumberColumn number -> number(number, schema);
      case AgeColumn age -> age(age, schema);
      case LevelColumn level -> level(level, schema);
      case IndicatorColumn indicator -> indicator(indicator, schema);
      case TargetMeanColumn mean -> new TargetMeanCell(mean, schema);
      case MissingColumn missing -> missing(missing, schema);
      case TextColumn text -> new TextCell(text, schema);
    };
  }

  private static Cell number(NumberColumn column, FeatureSchema schema) {
    int at = Places.of(column.feature(), schema);
    ToDoubleFunction<Row> value = Places.number(column.feature(), schema);
    return row -> row.isMissing(at) ? column.fill() : value.applyAsDouble(row);
  }

  private static Cell age(AgeColumn column, FeatureSchema schema) {
    int at = Places.of(column.feature(), schema);
    ToDoubleFunction<Row> year = Places.year(column.feature(), schema);
    return row -> row.isMissing(at) ? column.fill() : column.reference() - year.applyAsDouble(row);
  }

  private static Cell level(LevelColumn column, FeatureSchema schema) {
    int at = Places.of(column.feature(), schema);
    Places.category(column.feature(), schema);
    Map<String, Double> codes = new HashMap<>();
    for (String level : column.levels()) {
      codes.put(level, (double) codes.size());
    }
    Double unseen = column.unseen();
    return row -> row.isMissing(at) ? column.missing() : codes.getOrDefault(row.string(at), unseen);
  }

  private static Cell indicator(IndicatorColumn column, FeatureSchema schema) {
    int at = Places.of(column.feature(), schema);
    Places.category(column.feature(), schema);
    String value = column.value();
    return row -> !row.isMissing(at) && value.equals(row.string(at)) ? 1.0 : 0.0;
  }

  private static Cell missing(MissingColumn column, FeatureSchema schema) {
    int at = Places.of(column.feature(), schema);
    return row -> row.isMissing(at) ? 1.0 : 0.0;
  }
}
