package io.drivetrain.models.bundle;

import java.util.Collections;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What a bundle carries for other languages. Drivetrain never reads these files, so {@code
 * SHA256SUMS} does not list them and serving does not fetch them; their hashes stand in {@code
 * MLmodel}, whose own hash is listed.
 *
 * @param files by their path in the bundle, such as {@code model.onnx}
 * @param flavors MLflow's, by name: what stands in {@code MLmodel} for each
 */
public record Exports(Map<String, byte[]> files, Map<String, Object> flavors) {

  /** Of a bundle for Drivetrain alone. */
  public static final Exports NONE = new Exports(Map.of(), Map.of());

  public Exports {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
    flavors = Collections.unmodifiableMap(new TreeMap<>(flavors));
  }

  /** SHA-256 of each file. */
  SequencedMap<String, String> hashes() {
    return Hashes.of(files).byFile();
  }

  long size() {
    return files.values().stream().mapToLong(content -> content.length).sum();
  }
}
