package io.drivetrain.pipeline.engine.step;

import io.drivetrain.pipeline.engine.definition.DefinitionException;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import java.time.Duration;

/**
 * The section {@code pause} of a definition.
 *
 * @param time how long each pause takes, up to a day; PT0S for none
 */
record PauseSpec(Duration time) {
  static final DefinitionSection<PauseSpec> SECTION =
      DefinitionSection.of("pause", PauseSpec.class);

  private static final Duration LONGEST = Duration.ofDays(1);

  PauseSpec {
    if (time == null || time.isNegative() || time.compareTo(LONGEST) > 0) {
      throw new DefinitionException("must be between 0 and 1 day, such as PT10S", "time");
    }
  }
}
