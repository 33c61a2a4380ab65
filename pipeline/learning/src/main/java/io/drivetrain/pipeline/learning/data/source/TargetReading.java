package io.drivetrain.pipeline.learning.data.source;

import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.Row;
import io.drivetrain.pipeline.learning.data.definition.TargetColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the cells of the target become numbers: themselves, or the places of their classes.
 *
 * @param feature whose reader reads the cells
 * @param classes in order; none for numbers
 * @param note what a person should know of it
 */
record TargetReading(Feature feature, List<String> classes, Optional<String> note) {

  /**
   * @param texts of the column that mean something, cleaned, with how often each stands there
   * @throws UnusableDataException when they are neither numbers nor classes
   */
  static TargetReading of(TargetColumn column, Map<String, Long> texts) {
    return switch (column) {
      case TargetColumn.Number(NumericFeature feature) ->
          new TargetReading(feature, List.of(), TargetClasses.suggestion(feature.name(), texts));
      case TargetColumn.Classes declared when !declared.labels().isEmpty() ->
          classes(declared, declared.labels(), Optional.empty());
      case TargetColumn.Classes found ->
          classes(found, TargetClasses.of(found.name(), texts), Optional.empty());
      case TargetColumn.Open open -> {
        List<String> classes = TargetClasses.inferred(open.name(), texts);
        yield classes(open, classes, Optional.of(TargetClasses.told(open.name(), classes)));
      }
    };
  }

  private static TargetReading classes(
      TargetColumn column, List<String> classes, Optional<String> note) {
    Feature feature =
        new CategoricalFeature(
            column.name(),
            column.label(),
            column.source(),
            true,
            classes,
            false,
            null,
            Map.of(),
            null);
    return new TargetReading(feature, classes, note);
  }

  /** The places of the classes. */
  Map<String, Double> places() {
    Map<String, Double> places = new HashMap<>();
    classes.forEach(label -> places.put(label, (double) places.size()));
    return places;
  }

  /**
   * The number of a row that the feature's reader has read; NaN when it is missing.
   *
   * @param places see {@link #places}
   */
  double value(Row row, Map<String, Double> places) {
    if (row.isMissing(0)) {
      return Double.NaN;
    }
    return classes.isEmpty() ? row.number(0) : places.get(row.string(0));
  }
}
