package io.drivetrain.pipeline.engine.parameter;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.drivetrain.pipeline.api.definition.ParameterType;
import io.drivetrain.pipeline.api.step.StepLabel;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A parameter that a definition declares, and so one that a run may override.
 *
 * @param name dotted and lower case: {@code data}, {@code load.batch_size}
 * @param type what it may hold
 * @param defaultValue its value unless a run overrides it; {@code default} in the definition
 * @param min smallest number, inclusive; null for no bound; numbers only
 * @param max largest number, inclusive; null for no bound; numbers only
 * @param description one sentence, shown to users where there is no help
 * @param label its name for people, in English and French; null: they see the name
 * @param help one sentence for people, in English and French; null: they see the description
 */
public record ParameterSpec(
    String name,
    ParameterType type,
    @JsonProperty("default") Object defaultValue,
    Double min,
    Double max,
    String description,
    StepLabel label,
    StepLabel help) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");

  public ParameterSpec {
    if (name == null || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a parameter needs a name of lower-case words separated by dots, such as load.batch_size");
    }
    Objects.requireNonNull(type, "parameter " + name + " needs a type");
    Objects.requireNonNull(defaultValue, "parameter " + name + " needs a default");
    description = Objects.requireNonNullElse(description, help == null ? "" : help.en());
    if ((min != null || max != null)
        && type != ParameterType.INTEGER
        && type != ParameterType.NUMBER) {
      throw new IllegalArgumentException(
          "parameter " + name + " holds no number, so it cannot have min or max");
    }
    if (min != null && max != null && min > max) {
      throw new IllegalArgumentException(
          "min of parameter " + name + " is above max, so no value is allowed");
    }
    Optional<String> fault = ParameterValue.fault(type, min, max, defaultValue);
    if (fault.isPresent()) {
      throw new IllegalArgumentException(
          "the default of parameter " + name + " " + fault.orElseThrow());
    }
  }

  /** What is wrong with a value for this parameter: "must be a whole number, not 'x'". */
  public Optional<String> fault(Object value) {
    return ParameterValue.fault(type, min, max, value);
  }
}
