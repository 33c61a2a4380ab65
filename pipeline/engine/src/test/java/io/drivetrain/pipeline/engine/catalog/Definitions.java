package io.drivetrain.pipeline.engine.catalog;

import io.drivetrain.pipeline.engine.catalog.DefinitionReading.Accepted;
import io.drivetrain.pipeline.engine.catalog.DefinitionReading.Refused;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.definition.StepKind;
import java.util.List;

/** Reads definitions as the application does, for the tests of other packages. */
public final class Definitions {
  private Definitions() {}

  public static PipelineDefinition accepted(String text, List<? extends StepKind> kinds) {
    return switch (reading(text, kinds)) {
      case Accepted accepted -> accepted.definition();
      case Refused refused -> throw new AssertionError(refused.errors().toString());
    };
  }

  public static DefinitionReading reading(String text, List<? extends StepKind> kinds) {
    return new DefinitionReader(kinds).read("test.yaml", text);
  }
}
