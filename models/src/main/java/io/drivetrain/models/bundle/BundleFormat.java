package io.drivetrain.models.bundle;

/** Names, versions and limits of the bundle's files. */
final class BundleFormat {

  static final int VERSION = 2;

  static final String ML_MODEL = "MLmodel";
  static final String SCHEMA = "schema.json";
  static final String ENCODER = "encoder.json";
  static final String CONFORMAL = "conformal.json";
  static final String CALIBRATION = "calibration.json";
  static final String METRICS = "metrics.json";
  static final String PROVENANCE = "provenance.json";
  static final String INPUT_EXAMPLE = "input_example.json";
  static final String HASHES = "SHA256SUMS";

  /** The folder of code for other languages; nothing here reads it. */
  static final String CODE_FOLDER = "code";

  /** Bytes of all files together; a forest of a thousand deep trees has about a tenth of it. */
  static final long MAX_BYTES = 1L << 30;

  /** Bytes of one file of text. */
  static final long MAX_TEXT_BYTES = 16L << 20;

  static final String DAMAGED = "The file is damaged: fetch it again or publish the model again";

  private BundleFormat() {}

  static boolean isText(String file) {
    return !file.endsWith(".bin") && !file.endsWith(".onnx");
  }
}
