package io.drivetrain.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchDefinitionsTest {
  @TempDir Path folder;

  @Test
  void writesThePipelinesThatAreNamed() throws IOException {
    BenchDefinitions.write(folder.resolve("new"), "noop", "wide");

    assertThat(folder.resolve("new/noop.yaml")).content().contains("id: noop\n");
    assertThat(folder.resolve("new/wide.yaml")).content().contains("id: wide\n");
  }

  @Test
  void copiesOfAPipelineDifferInTheirId() throws IOException {
    assertThat(BenchDefinitions.writeCopies(folder, "chaos", 2))
        .containsExactly("chaos_1", "chaos_2");

    assertThat(folder.resolve("chaos_2.yaml")).content().contains("id: chaos_2\n");
  }
}
