package io.drivetrain.pipeline.learning.promotion;

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
 * @param min smallest plausible prediction, in the target's unit
 * @param max greatest plausible prediction, in the target's unit
 */
public record GoldenRecord(String name, Map<String, Object> row, double min, double max) {
  public static final DefinitionSection<List<GoldenRecord>> SECTION =
      DefinitionSection.listOf("golden", GoldenRecord.class);

  public GoldenRecord {
    Objects.requireNonNull(name, "a golden record needs a name");
    Objects.requireNonNull(row, "golden record '" + name + "' needs a row");
    row = Collections.unmodifiableMap(new LinkedHashMap<>(row));
    if (!(min <= max)) {
      throw new IllegalArgumentException("golden record '" + name + "': min is above max");
    }
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
    return new GoldenResult(
        name, min, max, Optional.empty(), false, "'%s' is refused: %s".formatted(name, why));
  }
}
