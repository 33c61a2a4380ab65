package io.drivetrain.webui.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtifactKindTest {

  @ParameterizedTest
  @CsvSource({
    "model/MLmodel, TEXT, text/plain;charset=UTF-8",
    "a.b/README.md, MARKDOWN, text/markdown;charset=UTF-8",
    "plots/Scatter.PNG, IMAGE, image/png",
    "photo.jpg, IMAGE, image/jpeg",
    "logo.svg, IMAGE, image/svg+xml",
    "table.csv, TABLE, text/csv;charset=UTF-8",
    "report.html, HTML, text/html;charset=UTF-8",
    "trees.bin, BINARY, application/octet-stream",
    "csv.d/file, BINARY, application/octet-stream"
  })
  void endOfTheNameSaysWhatItIs(String path, ArtifactKind kind, String mediaType) {
    assertThat(ArtifactKind.of(path)).isEqualTo(kind);
    assertThat(kind.mediaType(path)).isEqualTo(mediaType);
  }
}
