package io.drivetrain.registry.location;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The schemes of the artifact stores that MLflow's clients know. */
final class StoreScheme {
  static final String FILE = "file";
  static final String RUNS = "runs";
  static final String MODELS = "models";

  /** Of this server's own files, of stores that a client reads and writes itself. */
  static final Set<String> OF_STORES =
      Set.of(
          "mlflow-artifacts",
          "http",
          "https",
          "s3",
          "s3a",
          "s3n",
          "gs",
          "abfs",
          "abfss",
          "wasb",
          "wasbs",
          "adl",
          "azureml",
          "dbfs",
          "uc-volume",
          "hdfs",
          "viewfs",
          "ftp",
          "sftp",
          "r2",
          "b2",
          "oci",
          "oss",
          "hf");

  private StoreScheme() {}

  static String names(List<String> more) {
    var all = new TreeSet<>(OF_STORES);
    all.addAll(more);
    return String.join(", ", all);
  }
}
