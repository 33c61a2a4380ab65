package io.drivetrain.registry.client.source;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Files of small models. */
final class ModelFixtures {
  private ModelFixtures() {}

  /** Files of these texts. */
  static Map<String, byte[]> files(Map<String, String> texts) {
    Map<String, byte[]> files = new TreeMap<>();
    texts.forEach((path, text) -> files.put(path, bytes(text)));
    return files;
  }

  /** The files and their SHA256SUMS. */
  static Map<String, byte[]> withSums(Map<String, String> files) {
    Map<String, String> all = new TreeMap<>(files);
    all.put(
        "SHA256SUMS",
        files.entrySet().stream()
            .map(file -> hash(file.getValue()) + "  " + file.getKey() + "\n")
            .sorted()
            .collect(Collectors.joining()));
    return files(all);
  }

  static String hash(String content) {
    return Sha256Sums.hash(bytes(content));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
