package io.drivetrain.pipeline.learning.promotion;

import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
}
