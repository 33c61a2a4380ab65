package io.drivetrain.models.bundle;

import io.drivetrain.models.estimator.Estimator;
import io.drivetrain.models.prediction.Calibration;
import io.drivetrain.models.prediction.Conformal;
import io.drivetrain.models.prediction.Head;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes bundles of the newest format. The same bundle and meta give the same bytes. */
public final class BundleWriter {

  private BundleWriter() {}

  /** As {@link #write(ModelBundle, ModelMeta, Exports, Path)}, for Drivetrain alone. */
  public static void write(ModelBundle bundle, ModelMeta meta, Path directory) {
    write(bundle, meta, Exports.NONE, directory);
  }

  /**
   * @param directory empty, or not there yet
   * @throws UncheckedIOException when it holds something or cannot be written
   */
  public static void write(ModelBundle bundle, ModelMeta meta, Exports exports, Path directory) {
    try {
      requireEmpty(Files.createDirectories(directory));
      for (Map.Entry<String, byte[]> file : files(bundle, meta, exports).entrySet()) {
        Path place = directory.resolve(file.getKey());
        Files.createDirectories(place.getParent());
        Files.write(place, file.getValue(), StandardOpenOption.CREATE_NEW);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the bundle to " + directory, e);
    }
  }

  /** The files by name, for Drivetrain alone. */
  public static Map<String, byte[]> files(ModelBundle bundle, ModelMeta meta) {
    return files(bundle, meta, Exports.NONE);
  }

  /** The files by name, those of other languages among them. */
  public static Map<String, byte[]> files(ModelBundle bundle, ModelMeta meta, Exports exports) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put(BundleFormat.SCHEMA, BundleJson.write(bundle.schema()));
    files.put(BundleFormat.ENCODER, BundleJson.write(EncoderState.of(bundle.encoder())));
    files.put(EstimatorKind.of(bundle.estimator()).file(), EstimatorKind.write(bundle.estimator()));
    putHead(bundle.head(), files);
    files.put(BundleFormat.METRICS, BundleJson.write(bundle.metrics()));
    files.put(BundleFormat.PROVENANCE, BundleJson.write(bundle.provenance()));
    files.put(BundleFormat.INPUT_EXAMPLE, BundleJson.write(bundle.inputExample()));
    long size = files.values().stream().mapToLong(bytes -> bytes.length).sum() + exports.size();
    files.put(BundleFormat.ML_MODEL, MlModelFile.write(bundle, meta, exports, size));
    files.put(BundleFormat.HASHES, Hashes.of(files).text().getBytes(StandardCharsets.UTF_8));
    files.putAll(exports.files());
    return files;
  }

  private static void putHead(Head head, Map<String, byte[]> files) {
    switch (head) {
      case Head.Regression(Estimator errorModel, Conformal conformal) -> {
        files.put(EstimatorKind.of(errorModel).errorFile(), EstimatorKind.write(errorModel));
        files.put(BundleFormat.CONFORMAL, BundleJson.write(conformal));
      }
      case Head.Classification classification -> {
        // Its classes stand in MLmodel.
        Calibration calibration = classification.calibration();
        if (!calibration.changesNothing()) {
          files.put(BundleFormat.CALIBRATION, BundleJson.write(calibration));
        }
      }
    }
  }

  private static void requireEmpty(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      if (entries.findAny().isPresent()) {
        throw new IOException("the directory is not empty");
      }
    }
  }
}
