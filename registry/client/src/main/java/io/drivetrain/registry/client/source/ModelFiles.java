package io.drivetrain.registry.client.source;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of one model, by their path below its root ({@code MLmodel}, {@code trees.bin}). The
 * arrays are shared between callers: read them, do not write into them.
 *
 * @param verified whether every file was compared with the hashes of the registry's database, or
 *     where the server has none, with the model's SHA256SUMS
 */
public record ModelFiles(Map<String, byte[]> files, boolean verified) {
  public ModelFiles {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /** All files together, in bytes. */
  public long sizeBytes() {
    return files.values().stream().mapToLong(content -> content.length).sum();
  }
}
