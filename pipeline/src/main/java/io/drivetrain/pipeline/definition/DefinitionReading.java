package io.drivetrain.pipeline.definition;

import java.util.List;

/** What came of reading a definition file. */
public sealed interface DefinitionReading {

  /** It can be run. */
  record Accepted(PipelineDefinition definition) implements DefinitionReading {}

  /**
   * It is left out; the others go on.
   *
   * @param file its name, without the folder
   */
  record Refused(String file, List<DefinitionIssue> errors) implements DefinitionReading {
    public Refused {
      errors = List.copyOf(errors);
    }
  }
}
