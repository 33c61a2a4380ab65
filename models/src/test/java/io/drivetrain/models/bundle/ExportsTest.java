package io.drivetrain.models.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.models.CarFixtures;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportsTest {

  private static final Exports EXPORTS =
      new Exports(
          Map.of("model.onnx", new byte[] {1, 2}, "code/model.py", "x = 1\n".getBytes(UTF_8)),
          Map.of("onnx", Map.of("data", "model.onnx")));

  @Test
  void flavorsAndHashesStandInMlModel() {
    String mlModel = new String(files().get("MLmodel"), UTF_8);

    assertThat(mlModel)
        .contains("  onnx:\n    data: \"model.onnx\"")
        .contains("model.onnx: \"" + Hashes.sha256(new byte[] {1, 2}) + "\"");
  }

  @Test
  void listOfHashesIsThatOfABundleWithoutThem() {
    Map<String, byte[]> alone = BundleWriter.files(CarFixtures.bundle(), CarFixtures.META);

    assertThat(Hashes.read(files().get("SHA256SUMS")).byFile().keySet())
        .isEqualTo(Hashes.read(alone.get("SHA256SUMS")).byFile().keySet());
  }

  @Test
  void aReaderTakesTheBundleWithAndWithoutThem(@TempDir Path folder) {
    Map<String, byte[]> files = files();
    BundleWriter.write(CarFixtures.bundle(), CarFixtures.META, EXPORTS, folder);

    ModelBundle whole = BundleReader.read(folder);
    files.keySet().removeAll(EXPORTS.files().keySet());

    assertThat(BundleReader.read(files)).isEqualTo(whole);
  }

  @Test
  void aChangedOneIsRefused() {
    Map<String, byte[]> files = files();
    files.put("model.onnx", new byte[] {1, 3});

    assertThatThrownBy(() -> BundleReader.read(files))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("model.onnx at byte 0: its SHA-256 is not the one in MLmodel");
  }

  private static Map<String, byte[]> files() {
    return BundleWriter.files(CarFixtures.bundle(), CarFixtures.META, EXPORTS);
  }
}
