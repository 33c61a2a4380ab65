package io.drivetrain.pipeline.learning.data.definition;

import io.drivetrain.models.schema.Label;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.Target;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import java.util.Objects;

/**
 * What a model learns to predict: a number. Key {@code target} of a definition.
 *
 * @param source header of its column; absent: the name
 * @param unit such as {@code MAD}; absent: none
 * @param min smallest value that is believed, in the unit; rows outside are refused
 * @param max greatest value that is believed, in the unit
 */
public record TargetSpec(
    String name, Label label, String source, String unit, Double min, Double max) {
  public static final DefinitionSection<TargetSpec> SECTION =
      DefinitionSection.of("target", TargetSpec.class);

  public TargetSpec {
    Objects.requireNonNull(name, "the target needs a name");
    Objects.requireNonNull(min, "the target needs 'min', the smallest value that is believed");
    Objects.requireNonNull(max, "the target needs 'max', the greatest value that is believed");
  }

  /** As a model's schema has it. */
  public Target target() {
    return new Target(name, label, unit, source);
  }

  /** As a number that is read by the rules of features. */
  public NumericFeature number() {
    return new NumericFeature(name, label, source, true, unit, false, false, min, max, null);
  }
}
