package io.drivetrain.models.bundle;

import io.drivetrain.models.schema.FeatureSchema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a bundle says about itself in its small files: enough for a page about a model, which need
 * not fetch the model.
 *
 * @param metrics measured on the hold-out, by name, such as {@code test_r2}
 * @param inputExample a row as a caller would send it
 * @param hash SHA-256 of the file {@code SHA256SUMS}, 64 hex digits
 */
public record BundleDescription(
    FeatureSchema schema,
    Map<String, Double> metrics,
    Provenance provenance,
    Map<String, Object> inputExample,
    String hash) {

  /** The files that it is read from. */
  public static final List<String> FILES =
      List.of(
          BundleFormat.ML_MODEL,
          BundleFormat.SCHEMA,
          BundleFormat.METRICS,
          BundleFormat.PROVENANCE,
          BundleFormat.INPUT_EXAMPLE,
          BundleFormat.HASHES);

  public BundleDescription {
    metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
    inputExample = Collections.unmodifiableMap(new LinkedHashMap<>(inputExample));
  }
}
