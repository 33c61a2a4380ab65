package io.drivetrain.models.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.models.CarFixtures;
import io.drivetrain.models.ReviewFixtures;
import io.drivetrain.models.schema.Row;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundleRoundTripTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @MethodSource("bundles")
  void readsWhatItWrote(ModelBundle bundle) {
    BundleWriter.write(bundle, CarFixtures.META, directory);
    ModelBundle read = BundleReader.read(directory);

    assertThat(read)
        .usingRecursiveComparison()
        .ignoringFields("hash")
        .withStrictTypeChecking()
        .isEqualTo(bundle);
  }

  static List<ModelBundle> bundles() {
    return List.of(
        CarFixtures.bundle(),
        CarFixtures.linearBundle(),
        CarFixtures.classBundle(),
        CarFixtures.classTreesBundle(),
        CarFixtures.twoClassBundle(),
        ReviewFixtures.bundle());
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void predictsTheSameBitsAfterReading(ModelBundle bundle) {
    ModelBundle read = BundleReader.read(BundleWriter.files(bundle, CarFixtures.META));

    for (Row row : rows(bundle)) {
      assertThat(read.predict(row)).isEqualTo(bundle.predict(row));
      assertThat(read.explain(row)).isEqualTo(bundle.explain(row));
    }
  }

  private static List<Row> rows(ModelBundle bundle) {
    return bundle.schema().indexOf("text").isPresent() ? ReviewFixtures.rows() : CarFixtures.rows();
  }

  @Test
  void writesTheSameBytesForTheSameModel() {
    Map<String, byte[]> once = BundleWriter.files(CarFixtures.bundle(), CarFixtures.META);
    Map<String, byte[]> again = BundleWriter.files(CarFixtures.bundle(), CarFixtures.META);

    assertThat(again.keySet()).isEqualTo(once.keySet());
    once.forEach((name, bytes) -> assertThat(again.get(name)).as(name).isEqualTo(bytes));
  }

  @Test
  void hashIsThatOfTheListOfHashes() {
    Map<String, byte[]> files = BundleWriter.files(CarFixtures.bundle(), CarFixtures.META);

    assertThat(CarFixtures.bundle().hash()).isEmpty();
    assertThat(BundleReader.read(files).hash())
        .isEqualTo(Hashes.sha256(files.get("SHA256SUMS")))
        .hasSize(64);
  }

  @Test
  void listsHashesAsSha256sumDoes() {
    Map<String, byte[]> files = BundleWriter.files(CarFixtures.bundle(), CarFixtures.META);

    assertThat(new String(files.get("SHA256SUMS"), StandardCharsets.UTF_8).lines())
        .hasSize(9)
        .contains(Hashes.sha256(files.get("trees.bin")) + "  trees.bin");
  }

  @Test
  void describesItselfToMlflow() {
    Map<String, byte[]> files = BundleWriter.files(CarFixtures.bundle(), CarFixtures.META);

    assertThat(new String(files.get("MLmodel"), StandardCharsets.UTF_8).lines())
        .contains(
            "run_id: \"0123456789abcdef\"",
            "utc_time_created: \"2026-11-21 08:09:10.123456\"",
            "  model_name: \"car_price\"",
            "    format_version: 2",
            "    task: \"regression\"",
            "    estimator: \"trees\"",
            "    error_model: \"trees\"",
            "    algorithm: \"gradient_boosting\"",
            "  outputs: \"[{\\\"type\\\":\\\"double\\\",\\\"name\\\":\\\"price\\\","
                + "\\\"required\\\":true}]\"")
        .anyMatch(line -> line.startsWith("  inputs: \"[{\\\"type\\\":\\\"string\\\","))
        .anyMatch(line -> line.matches("model_size_bytes: [1-9][0-9]*"));
  }

  @Test
  void filesFollowTheKindsOfItsEstimators() {
    assertThat(BundleWriter.files(CarFixtures.linearBundle(), CarFixtures.META))
        .containsKeys("linear.bin", "error_linear.bin", "conformal.json")
        .doesNotContainKeys("trees.bin", "error_trees.bin");
    assertThat(BundleWriter.files(CarFixtures.classBundle(), CarFixtures.META).keySet())
        .containsExactly(
            "MLmodel",
            "SHA256SUMS",
            "encoder.json",
            "input_example.json",
            "linear.bin",
            "metrics.json",
            "provenance.json",
            "schema.json");
  }

  @Test
  void describesClassesToMlflow() {
    Map<String, byte[]> files = BundleWriter.files(CarFixtures.classBundle(), CarFixtures.META);

    assertThat(new String(files.get("MLmodel"), StandardCharsets.UTF_8))
        .contains("task: \"classification\"", "classes:\n    - \"days\"\n    - \"weeks\"")
        .contains("outputs: \"[{\\\"type\\\":\\\"string\\\"");
  }

  @Test
  void doesNotWriteOverSomethingElse() throws Exception {
    Files.writeString(directory.resolve("notes.txt"), "mine");

    assertThatThrownBy(() -> BundleWriter.write(CarFixtures.bundle(), CarFixtures.META, directory))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("the directory is not empty");
    assertThat(directory).isDirectoryContaining(file -> file.endsWith("notes.txt"));
    assertThat(directory.resolve("MLmodel")).doesNotExist();
  }
}
