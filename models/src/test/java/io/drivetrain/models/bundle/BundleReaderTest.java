package io.drivetrain.models.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drivetrain.models.CarFixtures;
import io.drivetrain.models.ReviewFixtures;
import io.drivetrain.models.prediction.Prediction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class BundleReaderTest {

  static final List<String> ALL_FILES = List.copyOf(BundleFiles.whole().keySet());

  @ParameterizedTest
  @FieldSource("ALL_FILES")
  void refusesABundleWithoutOneOfItsFiles(String file) {
    Map<String, byte[]> files = BundleFiles.whole();
    files.remove(file);

    assertThat(refusal(files).getMessage()).startsWith(file + ": the file is missing");
  }

  @ParameterizedTest
  @FieldSource("ALL_FILES")
  void refusesEveryTruncation(String file) {
    byte[] whole = BundleFiles.whole().get(file);
    for (int length = 0; length < whole.length; length++) {
      Map<String, byte[]> files = BundleFiles.whole();
      files.put(file, Arrays.copyOf(whole, length));

      assertThat(refusal(files).getMessage()).startsWith(file);
    }
  }

  @ParameterizedTest
  @FieldSource("ALL_FILES")
  void refusesEveryFlippedByte(String file) {
    byte[] whole = BundleFiles.whole().get(file);
    Random random = new Random(5);
    for (int offset = 0; offset < whole.length; offset++) {
      byte[] flipped = whole.clone();
      flipped[offset] ^= (byte) (1 + random.nextInt(255));
      Map<String, byte[]> files = BundleFiles.whole();
      files.put(file, flipped);

      assertThat(refusal(files)).isNotNull();
    }
  }

  /** Someone who can write the files can write their hashes too. */
  @ParameterizedTest
  @MethodSource("filesOfAllKinds")
  void survivesEveryTruncationWithARightHash(ModelBundle bundle, String file) {
    byte[] whole = BundleFiles.of(bundle).get(file);
    for (int length = 0; length < whole.length; length++) {
      readsOrRefuses(BundleFiles.with(bundle, file, Arrays.copyOf(whole, length)));
    }
  }

  @ParameterizedTest
  @MethodSource("filesOfAllKinds")
  void survivesDamageWithARightHash(ModelBundle bundle, String file) {
    byte[] whole = BundleFiles.of(bundle).get(file);
    Random random = new Random(6);
    for (int round = 0; round < 3_000; round++) {
      byte[] damaged = whole.clone();
      for (int flips = random.nextInt(3); flips >= 0; flips--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      readsOrRefuses(BundleFiles.with(bundle, file, damaged));
    }
  }

  /** All files of a bundle of trees, and those of the others that trees do not have. */
  static Stream<Arguments> filesOfAllKinds() {
    return Stream.concat(
        ALL_FILES.stream().map(file -> Arguments.of(CarFixtures.bundle(), file)),
        Stream.of(
            Arguments.of(CarFixtures.linearBundle(), "linear.bin"),
            Arguments.of(CarFixtures.linearBundle(), "error_linear.bin"),
            Arguments.of(CarFixtures.classBundle(), "linear.bin"),
            Arguments.of(CarFixtures.classTreesBundle(), "class_trees.bin"),
            Arguments.of(CarFixtures.twoClassBundle(), "calibration.json"),
            Arguments.of(CarFixtures.twoClassBundle(), "MLmodel"),
            Arguments.of(ReviewFixtures.bundle(), "encoder.json"),
            Arguments.of(CarFixtures.classBundle(), "MLmodel")));
  }

  @Test
  void refusesAFileThatDoesNotBelongThere() {
    Map<String, byte[]> files = BundleFiles.whole();
    files.put("../run.sh", new byte[1]);

    assertThat(refusal(files))
        .hasMessage(
            "bundle: holds a file that does not belong there: ../run.sh."
                + " Remove it, or fetch the bundle again");
  }

  @Test
  void refusesAListThatLeavesAFileOut() {
    Map<String, byte[]> files = BundleFiles.whole();
    String list = new String(files.get("SHA256SUMS"), StandardCharsets.UTF_8);
    files.put(
        "SHA256SUMS",
        list.lines()
            .filter(l -> !l.endsWith("trees.bin"))
            .map(l -> l + "\n")
            .reduce("", String::concat)
            .getBytes(StandardCharsets.UTF_8));

    assertThat(refusal(files).getMessage()).startsWith("SHA256SUMS at byte 0: must list exactly");
  }

  @Test
  void refusesAWrongHash() {
    Map<String, byte[]> files = BundleFiles.whole();
    files.get("metrics.json")[10] ^= 1;

    assertThat(refusal(files))
        .hasMessage(
            "metrics.json at byte 0: its SHA-256 is not the one in SHA256SUMS."
                + " The file is damaged: fetch it again or publish the model again");
    assertThat(refusal(files).file()).isEqualTo("metrics.json");
  }

  @Test
  void refusesANewerFormatBeforeAnythingElse() {
    Map<String, byte[]> files =
        BundleFiles.with("MLmodel", text -> text.replace("format_version: 2", "format_version: 3"));
    files.put("model.onnx", new byte[8]);

    assertThat(refusal(files))
        .hasMessage(
            "MLmodel at /flavors/drivetrain/format_version: format 3, but this version reads up to 2."
                + " Update Drivetrain here, or publish the model again with this version");
  }

  @Test
  void refusesAModelOfAnotherFlavour() {
    byte[] foreign =
        "flavors: {python_function: {loader_module: mlflow.sklearn}}"
            .getBytes(StandardCharsets.UTF_8);

    assertThat(refusal(BundleFiles.with("MLmodel", foreign)).getMessage())
        .isEqualTo(
            "MLmodel at /flavors/drivetrain/format_version: no format version."
                + " This is no Drivetrain model: give the directory of one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MLmodel        | task: \"regression\" | task: \"ranking\"        | /flavors/drivetrain/task",
        "MLmodel        | estimator: \"trees\" | estimator: \"onnx\"      | /flavors/drivetrain/estimator",
        "MLmodel        | error_model: \"trees\" | error_model: 1          | /flavors/drivetrain/error_model",
        "MLmodel        | estimator: \"trees\" | estimator: \"linear\"    | must list exactly",
        "schema.json    | \"min\" : 1980.0      | \"min\" : 2000000.0      | /features/2",
        "schema.json    | \"min\" : 1980.0      | \"min\" : 1e999          | /features/2",
        "schema.json    | \"min\" : 1980.0      | \"min\" : NaN            | byte",
        "schema.json    | \"min\" : 1980.0      | \"min\" : \"1980\"       | /features/2/min",
        "schema.json    | \"min\" : 1980.0      | \"min\" : null           | /features/2/min",
        "schema.json    | \"min\" : 1980.0,     |                          | /features/2",
        "schema.json    | \"min\" : 1980.0      | \"min\" : 1, \"min\" : 1 | has a key twice",
        "schema.json    | \"min\" : 1980.0      | \"min\" : 1980, \"floor\" : 1 | /features/2/floor",
        "schema.json    | [ \"Audi\", \"Dacia\"  | [ null, \"Dacia\"         | holds null",
        "schema.json    | \"type\" : \"numeric\" | \"type\" : \"java.net.URL\" | java.net.URL",
        "schema.json    | \"parent\" : \"brand\" | \"parent\" : \"colour\" | colour",
        "encoder.json   | \"feature\" : \"year\" | \"feature\" : \"colour\" | colour",
        "encoder.json   | \"feature\" : \"year\" | \"feature\" : \"brand\" | brand",
        "encoder.json   | \"target\" : \"log\"  | \"target\" : 1           | /target",
        "encoder.json   | \"fill\" : 10.0       | \"fill\" : 1e999         | /columns/0",
        "conformal.json | \"coverage\" : 0.9    | \"coverage\" : 9         | coverage",
        "conformal.json | \"quantile\" : 1.5    | \"quantile\" : 1e308     | more than a number can hold",
        "conformal.json | \"calibrationRows\" : 40 | \"calibrationRows\" : 40.5 | /calibrationRows",
        "metrics.json   | 0.85                  | 1e999                    | test_r2",
        "metrics.json   | 0.85                  | null                     | test_r2",
        "provenance.json| \"regression\"        | \"classification\"         | CLASSIFICATION",
        "provenance.json| \"read\" : 12         | \"read\" : 13            | /rows",
        "provenance.json| \"0f0f                | \"0F0f                   | dataHash",
        "input_example.json | 2015              | \"soon\"                 | year",
      })
  void namesThePlaceOfAWrongValue(String file, String from, String to, String place) {
    String replacement = to == null ? "" : to;

    BundleException refusal =
        refusal(BundleFiles.with(file, text -> text.replace(from, replacement)));

    assertThat(refusal.getMessage()).contains(place);
  }

  @Test
  void refusesDeepJson() {
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    BundleException refusal =
        refusal(BundleFiles.with("input_example.json", deep.getBytes(StandardCharsets.UTF_8)));

    assertThat(refusal.getMessage()).startsWith("input_example.json").contains("nested too deeply");
  }

  @Test
  void refusesDeepAndSelfReferringYaml() {
    String deep = "a: " + "[".repeat(100_000);
    String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";

    assertThat(refusal(BundleFiles.with("MLmodel", deep.getBytes(StandardCharsets.UTF_8))).file())
        .isEqualTo("MLmodel");
    assertThat(refusal(BundleFiles.with("MLmodel", bomb.getBytes(StandardCharsets.UTF_8))).file())
        .isEqualTo("MLmodel");
  }

  @Test
  void refusesASecondDocument() {
    BundleException refusal = refusal(BundleFiles.with("metrics.json", text -> text + "{}"));

    assertThat(refusal.getMessage()).startsWith("metrics.json").contains("byte");
  }

  @Test
  void refusesAFileThatIsTooLarge() {
    byte[] large = new byte[(int) BundleFormat.MAX_TEXT_BYTES + 1];

    assertThat(refusal(BundleFiles.with("schema.json", large)))
        .hasMessage(
            "schema.json at byte 16777216: has 16777217 bytes, more than the 16777216 that are"
                + " read. Train a smaller model");
  }

  @Test
  void refusesLinksAndFolders(@TempDir Path directory) throws Exception {
    BundleWriter.write(CarFixtures.bundle(), CarFixtures.META, directory.resolve("model"));
    Path trees = directory.resolve("model/trees.bin");
    Files.move(trees, directory.resolve("elsewhere.bin"));
    Files.createSymbolicLink(trees, directory.resolve("elsewhere.bin"));

    assertThat(refusal(directory.resolve("model")).getMessage())
        .startsWith("trees.bin: is a directory or a link");
  }

  @Test
  void refusesADirectoryThatIsNotThere(@TempDir Path directory) {
    assertThat(refusal(directory.resolve("nowhere")).getMessage())
        .startsWith("bundle: cannot be listed");
    assertThat(refusal(directory).getMessage()).startsWith("MLmodel: the file is missing");
  }

  private static void readsOrRefuses(Map<String, byte[]> files) {
    try {
      ModelBundle bundle = BundleReader.read(files);
      for (var row : CarFixtures.rows()) {
        switch (bundle.predict(row)) {
          case Prediction.Value value -> assertThat(value.value()).isFinite();
          case Prediction.Classes classes ->
              assertThat(classes.probabilities().values()).allMatch(p -> p >= 0 && p <= 1);
        }
        bundle.explain(row);
      }
    } catch (BundleException e) {
      assertThat(e.getMessage()).doesNotContain("Cannot invoke", "io.drivetrain", "com.fasterxml");
    }
  }

  private static BundleException refusal(Map<String, byte[]> files) {
    return catchThrowableOfType(BundleException.class, () -> BundleReader.read(files));
  }

  private static BundleException refusal(Path directory) {
    return catchThrowableOfType(BundleException.class, () -> BundleReader.read(directory));
  }
}
