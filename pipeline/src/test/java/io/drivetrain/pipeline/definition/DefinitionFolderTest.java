package io.drivetrain.pipeline.definition;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionFolderTest {
  @TempDir Path folder;

  @Test
  void namesTheFolderThatIsMissingAndTheVariableToSet() {
    Path missing = folder.resolve("definitions");
    DefinitionFolder definitions = new DefinitionFolder(missing, new DefinitionReader(List.of()));

    assertThatThrownBy(() -> definitions.reread(DefinitionSet.EMPTY))
        .isInstanceOf(ConfigurationException.class)
        .hasNoCause()
        .hasMessage(
            "The definition folder %s cannot be read. Set DRIVETRAIN_DEFINITIONS to the folder of your pipelines' YAML files.",
            missing);
  }
}
