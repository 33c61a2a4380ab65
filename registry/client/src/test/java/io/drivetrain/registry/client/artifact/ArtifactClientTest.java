package io.drivetrain.registry.client.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.registry.client.HttpDouble;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.RegistryClientConfig;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.memory.InMemoryRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactClientTest {
  private static final String STORE = "/api/2.0/mlflow-artifacts/artifacts";
  private static final String ROOT = "mlflow-artifacts:/1/r/artifacts";

  @TempDir Path folder;

  private final HttpDouble registry = new HttpDouble();
  private final RegistryClient client =
      RegistryClient.connect(RegistryClientConfig.of(registry.uri()));
  private final ArtifactClient artifacts = client.artifacts();

  @AfterEach
  void close() {
    client.close();
    registry.close();
  }

  @Test
  void encodesEverySegmentOfAPath() {
    registry.onPrefix("PUT " + STORE, request -> HttpDouble.json("{}"));

    artifacts.upload(ROOT, "dir a/100%+é?#.txt", bytes("hello"));

    HttpDouble.Request request = registry.onlyRequest();
    assertThat(request.call())
        .isEqualTo("PUT " + STORE + "/1/r/artifacts/dir%20a/100%25%2B%C3%A9%3F%23.txt");
    assertThat(request.contentType()).isEqualTo("application/octet-stream");
    assertThat(request.body()).isEqualTo(bytes("hello"));
  }

  @Test
  void uploadsAFileFromDisk() throws IOException {
    registry.onPrefix("PUT " + STORE, request -> HttpDouble.json("{}"));
    byte[] content = new byte[3_000_000];
    content[2_999_999] = 7;

    artifacts.upload(ROOT, "trees.bin", Files.write(folder.resolve("trees.bin"), content));

    assertThat(registry.onlyRequest().body()).isEqualTo(content);
  }

  @Test
  void uploadsAnEmptyFile() throws IOException {
    registry.onPrefix("PUT " + STORE, request -> HttpDouble.json("{}"));

    artifacts.upload(ROOT, "empty", Files.createFile(folder.resolve("empty")));

    assertThat(registry.onlyRequest().body()).isEmpty();
  }

  @Test
  void namesTheLocalFileThatIsMissing() {
    Path missing = folder.resolve("missing.bin");

    assertThatThrownBy(() -> artifacts.upload(ROOT, "a", missing))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("missing.bin");
    assertThat(registry.requests()).isEmpty();
  }

  @Test
  void listsADirectoryWithPathsBelowTheRoot() {
    registry.on(
        "GET " + STORE,
        HttpDouble.json(
            """
            {"files":[{"path":"sub","is_dir":true},{"path":"x.txt","is_dir":false,"file_size":5}]}
            """));

    assertThat(artifacts.list(ROOT, "dir"))
        .containsExactly(
            new ArtifactFile("dir/sub", true, 0), new ArtifactFile("dir/x.txt", false, 5));
    assertThat(registry.onlyRequest().call())
        .isEqualTo("GET " + STORE + "?path=1%2Fr%2Fartifacts%2Fdir");
  }

  @Test
  void listsNothingWhereThereIsNoDirectory() {
    registry.on("GET " + STORE, HttpDouble.json("{}"));

    assertThat(artifacts.list(ROOT, "dir")).isEmpty();
  }

  @Test
  void downloadsADirectoryWithTheOnesBelowIt() {
    try (InMemoryRegistry store = new InMemoryRegistry("cars");
        RegistryClient reader = RegistryClient.connect(RegistryClientConfig.of(store.uri()))) {
      Map.of("MLmodel", "yaml", "a/b.bin", "b", "a/c d/e.bin", "e")
          .forEach((path, text) -> reader.artifacts().upload(ROOT, "cars-1/" + path, bytes(text)));

      Map<String, byte[]> files =
          reader.artifacts().downloadAll("mlflow-artifacts:/1", "r/artifacts");

      assertThat(files).containsOnlyKeys("cars-1/MLmodel", "cars-1/a/b.bin", "cars-1/a/c d/e.bin");
      assertThat(files.get("cars-1/a/c d/e.bin")).isEqualTo(bytes("e"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/../x", "/x", "a//x", "a/", ".", "a\\x", "a\0x", ""})
  void refusesAPathThatCouldLeaveTheRoot(String path) {
    assertThatIllegalArgumentException().isThrownBy(() -> artifacts.download(ROOT, path));
    assertThat(registry.requests()).isEmpty();
  }

  @Test
  void refusesEntriesOfAServerThatClimb() {
    registry.on(
        "GET " + STORE, HttpDouble.json("{\"files\":[{\"path\":\"../etc\",\"is_dir\":true}]}"));

    assertThatThrownBy(() -> artifacts.downloadAll(ROOT, ""))
        .isInstanceOf(RegistryClientException.class)
        .hasMessageContaining("cannot read an artifact's name '../etc'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://bucket/x", "file:///x", "mlflow-artifacts://other:5000/1", "1/r"})
  void refusesAStoreThatIsNotTheRegistrysOwn(String uri) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> artifacts.list(uri, ""))
        .withMessageStartingWith("Cannot read artifacts at '" + uri + "'");
  }

  @Test
  void downloadsAFileToDiskInPlaceOfWhatWasThere() throws IOException {
    byte[] content = new byte[3_000_000];
    content[2_999_999] = 7;
    registry.onPrefix(
        "GET " + STORE,
        request -> HttpDouble.answer(200, "application/octet-stream", content, Map.of()));
    Path target = Files.write(folder.resolve("rows.parquet"), new byte[4_000_000]);

    artifacts.download(ROOT, "data/rows.parquet", target);

    assertThat(target).hasBinaryContent(content);
  }

  @Test
  void whatIsNotThereIsNoFile() {
    registry.onPrefix(
        "GET " + STORE, request -> HttpDouble.error(404, "RESOURCE_DOES_NOT_EXIST", "gone"));
    Path target = folder.resolve("rows.parquet");

    assertThatThrownBy(() -> artifacts.download(ROOT, "data/rows.parquet", target))
        .isInstanceOf(RegistryClientException.class)
        .matches(failed -> ((RegistryClientException) failed).saysMissing());

    assertThat(target).doesNotExist();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
