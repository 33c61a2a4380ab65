package io.drivetrain.bench.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** The pipelines of the benchmarks, whose steps only pause. */
final class BenchDefinitions {
  private BenchDefinitions() {}

  /** Writes pipelines into a folder and returns it. */
  static Path write(Path folder, String... ids) throws IOException {
    Files.createDirectories(folder);
    for (String id : ids) {
      Files.writeString(folder.resolve(id + ".yaml"), text(id));
    }
    return folder;
  }

  /**
   * Writes one pipeline several times under different ids, because a pipeline has one run at a
   * time.
   */
  static List<String> writeCopies(Path folder, String id, int copies) throws IOException {
    Files.createDirectories(folder);
    List<String> ids = IntStream.rangeClosed(1, copies).mapToObj(i -> id + "_" + i).toList();
    for (String copy : ids) {
      String text = text(id).replace("id: " + id + "\n", "id: " + copy + "\n");
      Files.writeString(folder.resolve(copy + ".yaml"), text);
    }
    return ids;
  }

  private static String text(String id) throws IOException {
    try (InputStream yaml = BenchDefinitions.class.getResourceAsStream(id + ".yaml")) {
      return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
