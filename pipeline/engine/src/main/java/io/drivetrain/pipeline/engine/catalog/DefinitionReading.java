package io.drivetrain.pipeline.engine.catalog;

import io.drivetrain.pipeline.api.definition.DefinitionIssue;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import java.util.List;
import java.util.Optional;

/** What came of reading a definition file. */
public sealed interface DefinitionReading {

  /** It can be run. */
  record Accepted(PipelineDefinition definition) implements DefinitionReading {}

  /**
   * It is left out; the others stay active.
   *
   * @param file its name, without the folder
   * @param servedVersion the version that the file had before and that is served until it is right
   *     again
   */
  record Refused(String file, List<DefinitionIssue> errors, Optional<String> servedVersion)
      implements DefinitionReading {
    public Refused {
      errors = List.copyOf(errors);
    }

    Refused(String file, List<DefinitionIssue> errors) {
      this(file, errors, Optional.empty());
    }

    Refused serving(PipelineDefinition earlier) {
      return new Refused(file, errors, Optional.of(earlier.version()));
    }
  }
}
