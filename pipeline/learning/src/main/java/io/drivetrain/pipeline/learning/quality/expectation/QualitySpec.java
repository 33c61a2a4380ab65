package io.drivetrain.pipeline.learning.quality.expectation;

import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import java.util.List;

/**
 * What is expected of the data. Key {@code quality} of a definition.
 *
 * @param expectations at least one; all of them are checked, also after one has failed
 */
public record QualitySpec(List<Expectation> expectations) {
  public static final DefinitionSection<QualitySpec> SECTION =
      DefinitionSection.of("quality", QualitySpec.class);

  public QualitySpec {
    if (expectations == null || expectations.isEmpty()) {
      throw new IllegalArgumentException("quality needs at least one expectation");
    }
    expectations = List.copyOf(expectations);
  }

  /** Those of a family. */
  public <T extends Expectation> List<T> of(Class<T> family) {
    return expectations.stream().filter(family::isInstance).map(family::cast).toList();
  }
}
