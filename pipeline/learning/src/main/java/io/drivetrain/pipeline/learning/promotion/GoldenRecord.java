package io.drivetrain.pipeline.learning.promotion;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.pipeline.api.gate.GoldenResult;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A typical row that every model must predict plausibly before it goes into production. Key {@code
 * golden} of a definition, a list.
 *
 * @param name one line for people
 * @param row values by canonical name, as a caller would send them
 * @param min smallest plausible prediction, in the target's unit; with {@code class} its smallest
 *     probability, where absent is 0.5
 * @param max greatest plausible prediction, in the target's unit; with {@code class} its greatest
 *     probability, where absent is 1
 * @param label the class that a classification must predict plausibly; written {@code class}
 */
public record GoldenRecord(
    String name,
    Map<String, Object> row,
    Double min,
    Double max,
    @JsonProperty("class") String label) {
  public static final DefinitionSection<List<GoldenRecord>> SECTION =
      DefinitionSection.listOf("golden", GoldenRecord.class);

  public GoldenRecord {
    Objects.requireNonNull(name, "a golden record needs a name");
    Objects.requireNonNull(row, "golden record '" + name + "' needs a row");
    row = Collections.unmodifiableMap(new LinkedHashMap<>(row));
    if (label != null) {
      min = Objects.requireNonNullElse(min, 0.5);
      max = Objects.requireNonNullElse(max, 1.0);
    }
    if (min == null || max == null) {
      throw new IllegalArgumentException(
          "golden record '%s' needs 'min' and 'max', or 'class'".formatted(name));
    }
    if (!(min <= max)) {
      throw new IllegalArgumentException("golden record '" + name + "': min is above max");
    }
  }

  /** A number. */
  public GoldenRecord(String name, Map<String, Object> row, double min, double max) {
    this(name, row, min, max, null);
  }

  /** Holds a prediction against the record. */
  GoldenResult predicted(Prediction prediction) {
    return switch (prediction) {
      case Prediction.Value _ when label != null ->
          failed("'%s' expects a class, and the model predicts a number".formatted(name));
      case Prediction.Value value -> predicted(value.value());
      case Prediction.Classes _ when label == null ->
          failed("'%s' names no 'class', and the model predicts one".formatted(name));
      case Prediction.Classes classes when !classes.probabilities().containsKey(label) ->
          failed("'%s' expects %s, a class that the model does not know".formatted(name, label));
      case Prediction.Classes classes -> probable(classes.probabilities().get(label));
    };
  }

  private GoldenResult probable(double probability) {
    boolean plausible = probability >= min && probability <= max;
    String problem =
        plausible
            ? ""
            : String.format(
                Locale.ROOT,
                "'%s' is %s with probability %.3f, plausible is %.3f to %.3f",
                name,
                label,
                probability,
                min,
                max);
    return new GoldenResult(name, min, max, Optional.of(probability), plausible, problem);
  }

  /**
   * @param value predicted, in the target's unit
   */
  GoldenResult predicted(double value) {
    boolean plausible = value >= min && value <= max;
    String problem =
        plausible
            ? ""
            : String.format(
                Locale.ROOT,
                "'%s' is predicted at %,.0f, plausible is %,.0f to %,.0f",
                name,
                value,
                min,
                max);
    return new GoldenResult(name, min, max, Optional.of(value), plausible, problem);
  }

  GoldenResult refused(String why) {
    return failed("'%s' is refused: %s".formatted(name, why));
  }

  private GoldenResult failed(String problem) {
    return new GoldenResult(name, min, max, Optional.empty(), false, problem);
  }
}
