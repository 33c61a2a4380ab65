package io.drivetrain.registry.client.artifact;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a model as the registry's database knows them.
 *
 * @param location of the files: {@code mlflow-artifacts:/1/<run>/artifacts/model}
 * @param files by path; none for files of another store
 */
public record PinnedFiles(String location, Map<String, PinnedFile> files) {
  public PinnedFiles {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  static PinnedFiles of(String location, List<PinnedFile> files) {
    Map<String, PinnedFile> byPath = new TreeMap<>();
    files.forEach(file -> byPath.put(file.path(), file));
    return new PinnedFiles(location, byPath);
  }
}
