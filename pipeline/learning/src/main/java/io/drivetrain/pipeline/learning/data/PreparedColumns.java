package io.drivetrain.pipeline.learning.data;

import io.drivetrain.models.schema.BooleanFeature;
import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.DateFeature;
import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.TextFeature;
import io.drivetrain.pipeline.learning.data.duckdb.LockedDuckDb;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of prepared data, as SQL writes their names. Each field, a feature or the target, has
 * three: its value, null when it is missing or was refused; its text as it stands in the file; and
 * whether the text was refused. The others have spaces in their names, which no field has.
 */
public final class PreparedColumns {
  /** The line where a row stands first, from 1. */
  public static final String LINE = "\"line in the file\"";

  /** How often the row stands in the file. */
  public static final String COPIES = "\"copies in the file\"";

  /** What became of the row: a {@link Part}. */
  public static final String PART = "\"part of the data\"";

  private PreparedColumns() {}

  /** The value of a field. */
  public static String value(String field) {
    return LockedDuckDb.name(field);
  }

  /** The text of a field; "" for an empty cell. */
  public static String text(String field) {
    return LockedDuckDb.name(field + " text");
  }

  /** Whether the text of a field was refused. */
  public static String refused(String field) {
    return LockedDuckDb.name(field + " refused");
  }

  /** The type of a feature's values. Whole numbers too are doubles, as a model reads them. */
  static String type(Feature feature) {
    return switch (feature) {
      case NumericFeature _ -> "double";
      case CategoricalFeature _, TextFeature _ -> "varchar";
      case BooleanFeature _ -> "boolean";
      case DateFeature _ -> "date";
    };
  }

  /** Name and type of the columns of all fields, in the order of the schema, the target last. */
  public static List<String> declarations(FeatureSchema schema) {
    List<String> columns = new ArrayList<>();
    schema.features().forEach(feature -> declare(feature.name(), type(feature), columns));
    declare(schema.target().name(), "double", columns);
    return columns;
  }

  private static void declare(String field, String type, List<String> columns) {
    columns.add(value(field) + " " + type);
    columns.add(text(field) + " varchar");
    columns.add(refused(field) + " boolean");
  }
}
