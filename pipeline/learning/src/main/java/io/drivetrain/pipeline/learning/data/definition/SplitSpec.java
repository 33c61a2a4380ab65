package io.drivetrain.pipeline.learning.data.definition;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import java.util.Objects;

/**
 * How examples are parted into training part and hold-out. Key {@code split} of a definition.
 *
 * @param testShare share of the examples in the hold-out; absent: 0.2
 * @param seed another one gives another hold-out; absent: 42
 * @param by what a row's side follows from; absent: features
 */
public record SplitSpec(Double testShare, Long seed, By by) {
  public static final DefinitionSection<SplitSpec> SECTION =
      DefinitionSection.of("split", SplitSpec.class);

  /** What of a row decides. */
  public enum By {
    /** The features: rows that differ in the target alone are on one side. */
    @JsonProperty("features")
    FEATURES,
    /** The target too: for tables with few different values of the features. */
    @JsonProperty("row")
    ROW
  }

  public SplitSpec(Double testShare, Long seed) {
    this(testShare, seed, null);
  }

  public SplitSpec {
    testShare = Objects.requireNonNullElse(testShare, 0.2);
    by = Objects.requireNonNullElse(by, By.FEATURES);
    seed = Objects.requireNonNullElse(seed, 42L);
    if (!(testShare > 0 && testShare < 1)) {
      throw new IllegalArgumentException("testShare must be between 0 and 1");
    }
  }
}
