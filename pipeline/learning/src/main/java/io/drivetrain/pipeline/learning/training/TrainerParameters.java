package io.drivetrain.pipeline.learning.training;

import io.drivetrain.pipeline.api.definition.ParameterType;
import io.drivetrain.pipeline.engine.definition.Suggestion;
import io.drivetrain.pipeline.engine.parameter.ParameterSpec;
import io.drivetrain.pipeline.engine.parameter.RunParameters;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Between the parameters of a run, by name, and the record of a trainer. */
final class TrainerParameters {
  /** Run parameters that begin with this name a hyper-parameter: {@code train.max_depth}. */
  static final String PREFIX = "train.";

  private TrainerParameters() {}

  /**
   * What the parameters of a run say; those that the definition does not declare are as in {@code
   * otherwise}.
   *
   * @throws IllegalArgumentException naming the parameter that is out of its range
   */
  static <P extends Record> P of(RunParameters run, P otherwise) {
    RecordComponent[] components = otherwise.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(run, components[i], otherwise);
    }
    return create(otherwise, components, values);
  }

  /**
   * What is wrong with a parameter that a definition declares: one that begins with {@value
   * #PREFIX} must be a hyper-parameter of the algorithm, of its type, with a default within its
   * range.
   */
  static Optional<String> fault(ParameterSpec declared, Record defaults) {
    if (!declared.name().startsWith(PREFIX)) {
      return Optional.empty();
    }
    Optional<RecordComponent> component =
        Arrays.stream(defaults.getClass().getRecordComponents())
            .filter(one -> declared.name().equals(PREFIX + name(one)))
            .findFirst();
    if (component.isEmpty()) {
      List<String> known = byName(defaults).keySet().stream().map(PREFIX::concat).toList();
      return Optional.of(
          "there is no hyper-parameter '%s'; %s"
              .formatted(declared.name(), Suggestion.among(known, declared.name())));
    }
    ParameterType type = type(component.orElseThrow());
    if (declared.type() != type
        && !(type == ParameterType.NUMBER && declared.type() == ParameterType.INTEGER)) {
      return Optional.of(
          "%s must be of type %s, not %s"
              .formatted(declared.name(), type.key(), declared.type().key()));
    }
    try {
      of(new RunParameters(Map.of(declared.name(), declared.defaultValue())), defaults);
      return Optional.empty();
    } catch (IllegalArgumentException wrong) {
      return Optional.of("the default of parameter " + wrong.getMessage());
    }
  }

  /** By their names in definitions, as texts. */
  static Map<String, String> byName(Record parameters) {
    Map<String, String> names = new LinkedHashMap<>();
    for (RecordComponent component : parameters.getClass().getRecordComponents()) {
      names.put(name(component), String.valueOf(read(component, parameters)));
    }
    return names;
  }

  private static Object value(RunParameters run, RecordComponent component, Record otherwise) {
    String name = PREFIX + name(component);
    if (!run.values().containsKey(name)) {
      return read(component, otherwise);
    }
    return switch (type(component)) {
      case INTEGER -> run.integer(name);
      case NUMBER -> run.number(name);
      case BOOLEAN -> run.flag(name);
      default -> throw new AssertionError(component);
    };
  }

  private static ParameterType type(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == int.class) {
      return ParameterType.INTEGER;
    }
    if (type == double.class) {
      return ParameterType.NUMBER;
    }
    if (type == boolean.class) {
      return ParameterType.BOOLEAN;
    }
    throw new IllegalStateException(
        "a trainer's parameter must be int, double or boolean, not " + component);
  }

  private static Object read(RecordComponent component, Record parameters) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(parameters);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  @SuppressWarnings("unchecked") // the constructor of its own class
  private static <P extends Record> P create(
      P otherwise, RecordComponent[] components, Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = otherwise.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return (P) constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      throw new IllegalArgumentException(PREFIX + refused.getCause().getMessage(), refused);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot create " + otherwise.getClass(), e);
    }
  }

  /** {@code maxDepth} as {@code max_depth}. */
  private static String name(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
