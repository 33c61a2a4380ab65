package io.drivetrain.pipeline.learning.data.definition;

import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import java.util.Objects;

/**
 * How examples are parted into training part and hold-out. Key {@code split} of a definition.
 *
 * @param testShare share of the examples in the hold-out; absent: 0.2
 * @param seed another one gives another hold-out; absent: 42
 */
public record SplitSpec(Double testShare, Long seed) {
  public static final DefinitionSection<SplitSpec> SECTION =
      DefinitionSection.of("split", SplitSpec.class);

  public SplitSpec {
    testShare = Objects.requireNonNullElse(testShare, 0.2);
    seed = Objects.requireNonNullElse(seed, 42L);
    if (!(testShare > 0 && testShare < 1)) {
      throw new IllegalArgumentException("testShare must be between 0 and 1");
    }
  }
}
