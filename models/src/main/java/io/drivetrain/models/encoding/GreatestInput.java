package io.drivetrain.models.encoding;

import io.drivetrain.models.schema.BooleanFeature;
import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.DateFeature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.TextFeature;

/** How far from 0 the input of a column can be, as the bounds of the schema say. */
final class GreatestInput {

  private GreatestInput() {}

  static double of(Column column, FeatureSchema schema) {
    return switch (column) {
      case NumberColumn number ->
          Math.max(Math.abs(number.fill()), number(number.feature(), schema));
      case AgeColumn age ->
          Math.max(Math.abs(age.fill()), age(age.reference(), age.feature(), schema));
      case LevelColumn level ->
          Math.max(
              level.levels().size() - 1.0,
              Math.max(Math.abs(level.unseen()), Math.abs(level.missing())));
      case TargetMeanColumn mean -> greatest(mean.means());
      case IndicatorColumn _, MissingColumn _, TextColumn _ -> 1;
    };
  }

  private static double number(String name, FeatureSchema schema) {
    return switch (schema.feature(Places.of(name, schema))) {
      case NumericFeature number -> distance(0, number.min(), number.max());
      case DateFeature date -> distance(0, date.min().toEpochDay(), date.max().toEpochDay());
      case BooleanFeature _, CategoricalFeature _, TextFeature _ -> 1;
    };
  }

  private static double age(int reference, String name, FeatureSchema schema) {
    return switch (schema.feature(Places.of(name, schema))) {
      case NumericFeature year -> distance(reference, year.min(), year.max());
      case DateFeature date ->
          distance(reference, date.min().getYear(), date.max().getYear() + 1.0);
      case BooleanFeature _, CategoricalFeature _, TextFeature _ -> 1;
    };
  }

  private static double distance(double from, double min, double max) {
    return Math.max(Math.abs(from - min), Math.abs(from - max));
  }

  private static double greatest(MeanNode node) {
    double greatest = Math.abs(node.mean());
    if (node.missing() != null) {
      greatest = Math.max(greatest, greatest(node.missing()));
    }
    for (MeanNode child : node.children().values()) {
      greatest = Math.max(greatest, greatest(child));
    }
    return greatest;
  }
}
