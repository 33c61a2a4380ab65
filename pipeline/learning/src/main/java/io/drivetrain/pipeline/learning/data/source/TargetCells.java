package io.drivetrain.pipeline.learning.data.source;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.FieldIssue;
import io.drivetrain.models.schema.RowReading;
import io.drivetrain.models.schema.Target;
import java.util.List;
import java.util.Map;

/** Reads cells of the target as those of a feature are read. */
final class TargetCells {
  private final TargetReading reading;
  private final FeatureSchema schema;
  private final Map<String, Double> places;

  TargetCells(TargetReading reading, List<String> missing) {
    this.reading = reading;
    this.places = reading.places();
    Target nothing = new Target("nothing", reading.feature().label(), "", "nothing");
    this.schema = new FeatureSchema(List.of(reading.feature()), nothing, missing);
  }

  /**
   * The number of a cell; NaN when it is missing or refused.
   *
   * @param errors gets what is wrong with it
   */
  double read(String cell, List<FieldIssue> errors) {
    RowReading read = schema.read(Map.of(reading.feature().name(), cell));
    errors.addAll(read.errors());
    return reading.value(read.row(), places);
  }
}
