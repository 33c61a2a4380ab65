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
  private static final Set<String> OF_STORES =
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

  /** What no artifact store is, but what a program may load or run when it opens a URI. */
  private static final Set<String> NO_STORES =
      Set.of(
          "about",
          "blob",
          "classpath",
          "data",
          "dict",
          "expect",
          "gopher",
          "jar",
          "javascript",
          "jdbc",
          "jndi",
          "jrt",
          "ldap",
          "ldaps",
          "mailto",
          "netdoc",
          "phar",
          "php",
          "rmi",
          "telnet",
          "tftp",
          "vbscript",
          "view-source",
          "zip");

  private StoreScheme() {}

  /** Whether clients may have a store for it: a plugin's too, but no drive and nothing to run. */
  static boolean isStore(String scheme) {
    boolean isDrive = scheme.length() < 2;
    return !isDrive && !NO_STORES.contains(scheme);
  }

  /** For a message: the known ones, and what else is accepted. */
  static String names(List<String> more) {
    var all = new TreeSet<>(OF_STORES);
    all.addAll(more);
    return String.join(", ", all) + ", one of a plugin's store, or a relative name";
  }
}
