package io.drivetrain.webui.comparison.ui;

import io.drivetrain.webui.comparison.Axis;
import io.drivetrain.webui.comparison.ComparedRun;
import io.drivetrain.webui.comparison.Comparison;
import io.drivetrain.webui.comparison.Field;
import java.util.List;
import java.util.stream.Stream;

/** The fields of compared runs that a chart can have axes of. */
final class Axes {
  private static final int MAX_CATEGORIES = 40;
  private static final int PARAMS = 5;
  private static final int METRICS = 4;

  private final List<ComparedRun> runs;
  private final List<Axis> all;

  Axes(List<ComparedRun> runs) {
    this.runs = runs;
    this.all =
        Comparison.measures(runs).stream()
            .map(field -> Axis.of(field, runs))
            .filter(axis -> axis.categories().size() <= MAX_CATEGORIES)
            .filter(this::hasPlaces)
            .toList();
  }

  List<Field> fields() {
    return all.stream().map(Axis::field).toList();
  }

  List<Field> numbers() {
    return all.stream().filter(Axis::isNumeric).map(Axis::field).toList();
  }

  List<Field> metrics() {
    return fields(Field.Kind.METRICS).toList();
  }

  /** What differs between the runs, as far as it can be read on one picture. */
  List<Field> telling() {
    return Stream.concat(
            fields(Field.Kind.PARAMS).filter(this::differs).limit(PARAMS),
            fields(Field.Kind.METRICS).filter(this::differs).limit(METRICS))
        .toList();
  }

  Axis of(Field field) {
    return Axis.of(field, runs);
  }

  private Stream<Field> fields(Field.Kind kind) {
    return all.stream().map(Axis::field).filter(field -> field.kind() == kind);
  }

  private boolean differs(Field field) {
    return Comparison.differs(field, runs);
  }

  private boolean hasPlaces(Axis axis) {
    return runs.stream().anyMatch(run -> axis.place(run).isPresent());
  }
}
