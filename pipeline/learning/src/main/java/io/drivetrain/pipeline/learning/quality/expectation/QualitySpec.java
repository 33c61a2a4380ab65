package io.drivetrain.pipeline.learning.quality.expectation;

import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import java.util.ArrayList;
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

  /**
   * These, and what every definition expects that does not say it: at most 2 % of the lines are no
   * rows, and at most 10 % of the rows cannot be learned from.
   */
  public QualitySpec guarded() {
    List<Expectation> guarded = new ArrayList<>(expectations);
    if (of(FileExpectation.ReadableLines.class).isEmpty()) {
      guarded.add(new FileExpectation.ReadableLines(0.98, Severity.ERROR));
    }
    if (of(FileExpectation.UsableRows.class).isEmpty()) {
      guarded.add(new FileExpectation.UsableRows(0.9, Severity.ERROR));
    }
    return new QualitySpec(guarded);
  }

  /** Those of a family. */
  public <T extends Expectation> List<T> of(Class<T> family) {
    return expectations.stream().filter(family::isInstance).map(family::cast).toList();
  }
}
