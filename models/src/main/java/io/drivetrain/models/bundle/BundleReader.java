package io.drivetrain.models.bundle;

import com.fasterxml.jackson.core.type.TypeReference;
import io.drivetrain.models.encoding.Encoder;
import io.drivetrain.models.estimator.Estimator;
import io.drivetrain.models.prediction.Calibration;
import io.drivetrain.models.prediction.Conformal;
import io.drivetrain.models.prediction.Head;
import io.drivetrain.models.schema.FeatureSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Reads bundles of every past format. Believes nothing: sizes, hashes, versions and every value are
 * checked before they are used, and nothing is ever read with Java serialization.
 */
public final class BundleReader {

  private BundleReader() {}

  /**
   * @throws BundleException when the directory holds no bundle that can be used
   */
  public static ModelBundle read(Path directory) {
    return read(BundleDirectory.load(directory));
  }

  /**
   * @param files by name
   * @throws BundleException when they are no bundle that can be used
   */
  public static ModelBundle read(Map<String, byte[]> files) {
    checkSizes(files);
    BundleLayout layout = MlModelFile.layout(required(files, BundleFormat.ML_MODEL));
    checkHashes(files, layout.hashed(), MlModelFile.exports(files.get(BundleFormat.ML_MODEL)));
    FeatureSchema schema = read(files, BundleFormat.SCHEMA, new TypeReference<>() {});
    Encoder encoder = encoder(files, schema);
    try {
      return new ModelBundle(
          schema,
          encoder,
          estimator(files, layout, encoder.size()),
          head(files, layout, encoder.size()),
          read(files, BundleFormat.METRICS, new TypeReference<Map<String, Double>>() {}),
          provenance(files, layout),
          read(files, BundleFormat.INPUT_EXAMPLE, new TypeReference<Map<String, Object>>() {}),
          Hashes.sha256(files.get(BundleFormat.HASHES)));
    } catch (IllegalArgumentException e) {
      throw BundleException.whole(e.getMessage(), BundleFormat.DAMAGED);
    }
  }

  /**
   * What a bundle says about itself, without its model.
   *
   * @param files {@link BundleDescription#FILES}, and no more than that
   * @throws BundleException when they describe no bundle that can be used
   */
  public static BundleDescription describe(Map<String, byte[]> files) {
    checkSizes(files);
    BundleLayout layout = MlModelFile.layout(required(files, BundleFormat.ML_MODEL));
    Map<String, String> hashes = Hashes.read(required(files, BundleFormat.HASHES)).byFile();
    for (String name : BundleDescription.FILES) {
      if (!name.equals(BundleFormat.HASHES)) {
        checkHash(name, hashes.get(name), required(files, name), BundleFormat.HASHES);
      }
    }
    return new BundleDescription(
        read(files, BundleFormat.SCHEMA, new TypeReference<FeatureSchema>() {}),
        read(files, BundleFormat.METRICS, new TypeReference<Map<String, Double>>() {}),
        provenance(files, layout),
        read(files, BundleFormat.INPUT_EXAMPLE, new TypeReference<Map<String, Object>>() {}),
        Hashes.sha256(files.get(BundleFormat.HASHES)));
  }

  private static Estimator estimator(Map<String, byte[]> files, BundleLayout layout, int columns) {
    EstimatorKind kind = layout.estimator();
    return kind.read(kind.file(), files.get(kind.file()), columns);
  }

  private static Head head(Map<String, byte[]> files, BundleLayout layout, int columns) {
    return switch (layout) {
      case BundleLayout.Format1 _ ->
          regression(files, EstimatorKind.TREES, BundleLayout.Format1.ERROR_MODEL, columns);
      case BundleLayout.Regression(_, EstimatorKind errorModel) ->
          regression(files, errorModel, errorModel.errorFile(), columns);
      case BundleLayout.Classification(_, List<String> classes, boolean calibrated) ->
          calibrated
              ? new Head.Classification(
                  classes,
                  read(files, BundleFormat.CALIBRATION, new TypeReference<Calibration>() {}))
              : new Head.Classification(classes);
    };
  }

  private static Head regression(
      Map<String, byte[]> files, EstimatorKind errorModel, String file, int columns) {
    return new Head.Regression(
        errorModel.read(file, files.get(file), columns),
        read(files, BundleFormat.CONFORMAL, new TypeReference<Conformal>() {}));
  }

  private static Provenance provenance(Map<String, byte[]> files, BundleLayout layout) {
    return switch (layout) {
      case BundleLayout.Format1 _ ->
          read(files, BundleFormat.PROVENANCE, new TypeReference<ProvenanceFormat1>() {})
              .provenance();
      case BundleLayout.Regression _, BundleLayout.Classification _ ->
          read(files, BundleFormat.PROVENANCE, new TypeReference<Provenance>() {});
    };
  }

  private static Encoder encoder(Map<String, byte[]> files, FeatureSchema schema) {
    EncoderState state = read(files, BundleFormat.ENCODER, new TypeReference<>() {});
    try {
      return state.encoder(schema);
    } catch (IllegalArgumentException e) {
      throw BundleException.at(
          BundleFormat.ENCODER, "/columns", e.getMessage(), BundleFormat.DAMAGED);
    }
  }

  private static <T> T read(Map<String, byte[]> files, String file, TypeReference<T> type) {
    return BundleJson.read(file, files.get(file), type);
  }

  private static void checkSizes(Map<String, byte[]> files) {
    long sum = 0;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      BundleDirectory.checkSize(file.getKey(), file.getValue().length);
      sum += file.getValue().length;
    }
    BundleDirectory.checkTotal(sum);
  }

  /**
   * @param exports hashes of files that may be there
   */
  private static void checkHashes(
      Map<String, byte[]> files, List<String> hashed, Map<String, String> exports) {
    Map<String, String> listed = Hashes.read(required(files, BundleFormat.HASHES)).byFile();
    List<String> expected = new ArrayList<>(hashed);
    if (!listed.keySet().equals(new TreeSet<>(expected))) {
      throw BundleException.at(
          BundleFormat.HASHES,
          "byte 0",
          "must list exactly " + String.join(", ", expected),
          BundleFormat.DAMAGED);
    }
    expected.add(BundleFormat.HASHES);
    for (String name : files.keySet()) {
      if (exports.containsKey(name)) {
        checkHash(name, exports.get(name), files.get(name), BundleFormat.ML_MODEL);
      } else if (!expected.contains(name)) {
        throw BundleException.whole(
            "holds a file that does not belong there: " + BundleDirectory.shown(name),
            "Remove it, or fetch the bundle again");
      }
    }
    listed.forEach(
        (name, hash) -> checkHash(name, hash, required(files, name), BundleFormat.HASHES));
  }

  private static void checkHash(String name, String hash, byte[] bytes, String list) {
    if (!Hashes.sha256(bytes).equals(hash)) {
      throw BundleException.at(
          name, "byte 0", "its SHA-256 is not the one in " + list, BundleFormat.DAMAGED);
    }
  }

  private static byte[] required(Map<String, byte[]> files, String name) {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw BundleException.at(name, "", "the file is missing", "Fetch the whole bundle again");
    }
    return bytes;
  }
}
