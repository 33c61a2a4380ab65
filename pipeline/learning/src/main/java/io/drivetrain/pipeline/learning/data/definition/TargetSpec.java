package io.drivetrain.pipeline.learning.data.definition;

import io.drivetrain.models.prediction.Task;
import io.drivetrain.models.schema.Label;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.Target;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * What a model learns to predict. Key {@code target} of a definition: a number between {@code min}
 * and {@code max}, or one of {@code classes}. With none of these the data tells: 0 and 1, two words
 * or a few words are classes, and the quality report says so.
 *
 * @param source header of its column; absent: the name
 * @param unit of a number, such as {@code MAD}; absent: none
 * @param min smallest number that is believed, in the unit; rows outside are refused
 * @param max greatest number that is believed, in the unit
 * @param task absent: what the other keys or the data say
 * @param classes labels in the order in which pages show them, at least two; other texts are
 *     refused. Absent: those of the data, in alphabetical order
 */
public record TargetSpec(
    String name,
    Label label,
    String source,
    String unit,
    Double min,
    Double max,
    Task task,
    List<String> classes) {
  public static final DefinitionSection<TargetSpec> SECTION =
      DefinitionSection.of("target", TargetSpec.class);

  public TargetSpec {
    Objects.requireNonNull(name, "the target needs a name");
    classes = classes == null ? List.of() : List.copyOf(classes);
    if (task == null && !classes.isEmpty()) {
      task = Task.CLASSIFICATION;
    }
    if (task == null && (min != null || max != null)) {
      task = Task.REGRESSION;
    }
    if (task == Task.REGRESSION) {
      Objects.requireNonNull(min, "the target needs 'min', the smallest value that is believed");
      Objects.requireNonNull(max, "the target needs 'max', the greatest value that is believed");
    }
    if (task == Task.REGRESSION ? !classes.isEmpty() : min != null || max != null) {
      throw new IllegalArgumentException(
          "the target is either a number with 'min' and 'max', or one of 'classes'");
    }
    if (classes.size() == 1 || new HashSet<>(classes).size() != classes.size()) {
      throw new IllegalArgumentException("classes: two or more, each of them once");
    }
  }

  /** As a model's schema has it. */
  public Target target() {
    return new Target(name, label, unit, source);
  }

  /** As the column is read. */
  public TargetColumn column() {
    if (task == null) {
      return new TargetColumn.Open(name, label, source);
    }
    return switch (task) {
      case REGRESSION ->
          new TargetColumn.Number(
              new NumericFeature(name, label, source, true, unit, false, false, min, max, null));
      case CLASSIFICATION -> new TargetColumn.Classes(name, label, source, classes);
    };
  }
}
