package io.drivetrain.pipeline.engine.parameter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The parameters of one run: the definition's defaults overlaid with what the request said, by
 * dotted name and in the order of the definition. A name that the definition does not declare is a
 * programming error and throws {@link IllegalArgumentException}.
 */
public record RunParameters(Map<String, Object> values) {

  public RunParameters {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Those of some names; the others are as if they were not declared. */
  public RunParameters only(Predicate<String> names) {
    Map<String, Object> some = new LinkedHashMap<>(values);
    some.keySet().removeIf(names.negate());
    return new RunParameters(some);
  }

  /** A parameter of type text. */
  public String text(String name) {
    return value(name, String.class);
  }

  /** A parameter of type file: its path below the data folder; see {@link DataFolder#resolve}. */
  public String file(String name) {
    return value(name, String.class);
  }

  /** A parameter of type integer. */
  public int integer(String name) {
    return value(name, Integer.class);
  }

  /** A parameter of type number, or integer. */
  public double number(String name) {
    return value(name, Number.class).doubleValue();
  }

  /** A parameter of type boolean. */
  public boolean flag(String name) {
    return value(name, Boolean.class);
  }

  private <T> T value(String name, Class<T> type) {
    Object value = values.get(name);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "the definition declares no parameter '%s' of this type; it has %s"
              .formatted(name, values.keySet()));
    }
    return type.cast(value);
  }
}
