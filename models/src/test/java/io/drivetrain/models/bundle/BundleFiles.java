package io.drivetrain.models.bundle;

import io.drivetrain.models.CarFixtures;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The files of a small bundle, to be damaged by tests. */
final class BundleFiles {

  private static final ModelBundle TREES = CarFixtures.bundle();

  /** Bundles do not change: neither do their files. */
  private static final Map<ModelBundle, Map<String, byte[]>> WRITTEN = new HashMap<>();

  private BundleFiles() {}

  /** Those of a small bundle of trees. */
  static Map<String, byte[]> whole() {
    return of(TREES);
  }

  static Map<String, byte[]> of(ModelBundle bundle) {
    Map<String, byte[]> files =
        new TreeMap<>(
            WRITTEN.computeIfAbsent(bundle, key -> BundleWriter.files(key, CarFixtures.META)));
    files.replaceAll((_, bytes) -> bytes.clone());
    return files;
  }

  /** With other bytes in one file, and the hash of these bytes in the list. */
  static Map<String, byte[]> with(String file, byte[] bytes) {
    return with(TREES, file, bytes);
  }

  static Map<String, byte[]> with(ModelBundle bundle, String file, byte[] bytes) {
    Map<String, byte[]> files = of(bundle);
    files.put(file, bytes);
    return signed(files);
  }

  static Map<String, byte[]> with(String file, UnaryOperator<String> change) {
    String text = new String(whole().get(file), StandardCharsets.UTF_8);
    String changed = change.apply(text);
    if (changed.equals(text)) {
      throw new AssertionError(file + " does not hold what the test changes");
    }
    return with(file, changed.getBytes(StandardCharsets.UTF_8));
  }

  static Map<String, byte[]> signed(Map<String, byte[]> files) {
    Map<String, byte[]> content = new TreeMap<>(files);
    content.remove(BundleFormat.HASHES);
    files.put(BundleFormat.HASHES, Hashes.of(content).text().getBytes(StandardCharsets.UTF_8));
    return files;
  }
}
