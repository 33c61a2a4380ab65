package io.drivetrain.pipeline.learning.training;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.drivetrain.models.prediction.Task;
import io.drivetrain.pipeline.engine.definition.Names;
import io.drivetrain.pipeline.engine.definition.Suggestion;
import io.drivetrain.pipeline.trainer.Trainer;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The name of a trainer that is installed: {@code gradient_boosting}. Trainers are found on the
 * class path; see {@link Trainer}.
 */
@Names(Algorithm.Installed.class)
public record Algorithm(@JsonValue String key) {
  private static final Map<String, Trainer<?>> INSTALLED = installed();

  /** The names of the trainers, for the JSON Schema of definitions. */
  public static final class Installed implements Supplier<Collection<String>> {
    @Override
    public Collection<String> get() {
      return INSTALLED.keySet();
    }
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Algorithm {
    if (!INSTALLED.containsKey(key)) {
      throw new IllegalArgumentException(
          "there is no algorithm '%s'; %s"
              .formatted(key, Suggestion.among(INSTALLED.keySet(), key)));
    }
  }

  /** The names of those that can learn it. */
  static List<String> of(Task task) {
    return INSTALLED.values().stream()
        .filter(trainer -> trainer.tasks().contains(task))
        .map(Trainer::name)
        .toList();
  }

  static boolean isInstalled(String key) {
    return INSTALLED.containsKey(key);
  }

  Trainer<?> trainer() {
    return INSTALLED.get(key);
  }

  private static Map<String, Trainer<?>> installed() {
    Map<String, Trainer<?>> trainers = new TreeMap<>();
    for (Trainer<?> trainer : ServiceLoader.load(Trainer.class, Algorithm.class.getClassLoader())) {
      Trainer<?> other = trainers.put(trainer.name(), trainer);
      if (other != null) {
        throw new IllegalStateException(
            "%s and %s have one name, %s"
                .formatted(other.getClass(), trainer.getClass(), trainer.name()));
      }
    }
    return Collections.unmodifiableMap(trainers);
  }
}
