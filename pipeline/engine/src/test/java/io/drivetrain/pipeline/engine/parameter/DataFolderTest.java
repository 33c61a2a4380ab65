package io.drivetrain.pipeline.engine.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFolderTest {
  @TempDir Path parent;
  private Path folder;
  private DataFolder data;

  @BeforeEach
  void aFolderWithAFileBesideASecret() throws IOException {
    folder = Files.createDirectories(parent.resolve("data"));
    Files.createDirectories(folder.resolve("raw"));
    Files.writeString(folder.resolve("raw/prix été.csv"), "Prix\n1\n");
    Files.writeString(parent.resolve("secret.csv"), "secret");
    data = new DataFolder(() -> folder);
  }

  @Test
  void findsAFileBelowIt() throws IOException {
    assertThat(data.resolve("raw/prix été.csv"))
        .contains(folder.resolve("raw/prix été.csv").toRealPath());
  }

  @Test
  void followsASymbolicLinkThatStaysInside() throws IOException {
    Files.createSymbolicLink(folder.resolve("latest.csv"), Path.of("raw/prix été.csv"));

    assertThat(data.resolve("latest.csv")).isPresent();
  }

  @Test
  void followsNoSymbolicLinkThatLeadsOut() throws IOException {
    Files.createSymbolicLink(folder.resolve("file.csv"), parent.resolve("secret.csv"));
    Files.createSymbolicLink(folder.resolve("up"), parent);

    assertThat(data.resolve("file.csv")).isEmpty();
    assertThat(data.resolve("up/secret.csv")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.csv",
        "raw/../../secret.csv",
        "raw/../raw/prix été.csv",
        "..\\secret.csv",
        "raw\\..\\..\\secret.csv",
        "%2e%2e/secret.csv",
        "%252e%252e/secret.csv",
        "..%2fsecret.csv",
        "/etc/passwd",
        "//etc/passwd",
        "C:/secret.csv",
        "file://secret.csv",
        "raw/prix été.csv/",
        "raw//prix été.csv",
        "./raw/prix été.csv",
        "raw/prix été.csv\0.png",
        "raw/prix été.csv\n",
        "raw/prix été.csv?x",
        "raw/prix été.csv#x",
        "\u2025/secret.csv",
        "\uff0e\uff0e/secret.csv",
        "raw",
        ".",
        "..",
        ""
      })
  void findsNothingElse(String path) {
    assertThat(data.resolve(path)).isEmpty();
  }
}
