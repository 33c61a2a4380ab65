package io.drivetrain.registry.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactPathTest {
  @ParameterizedTest
  @MethodSource("io.drivetrain.registry.artifact.HostilePaths#decoded")
  void refusesHostilePaths(String path) {
    assertThatThrownBy(() -> ArtifactPath.ofFile(path)).hasMessageStartingWith("Invalid path");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "1/2/artifacts/model/MLmodel",
        "a b+c.txt",
        "100%",
        "50%25.txt",
        "é/日本.json",
        "a..b/...",
        "#?.txt"
      })
  void acceptsOrdinaryNames(String path) {
    assertThat(ArtifactPath.ofFile(path).value()).isEqualTo(path);
  }

  @Test
  void goesDownOnly() {
    var folder = ArtifactPath.of("1/run/artifacts/");

    assertThat(folder.resolve("model/x").value()).isEqualTo("1/run/artifacts/model/x");
    assertThat(folder.resolve("")).isEqualTo(folder);
    assertThat(ArtifactPath.ROOT.resolve("a").value()).isEqualTo("a");
    assertThatThrownBy(() -> folder.resolve("../other")).hasMessageStartingWith("Invalid path");
  }
}
