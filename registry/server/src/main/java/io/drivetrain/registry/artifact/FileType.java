package io.drivetrain.registry.artifact;

import java.net.URLConnection;
import java.util.Locale;
import java.util.Set;

/** The media type that a file is sent with, by its name alone; what the client asked for is not. */
final class FileType {
  private static final String TEXT = "text/plain";

  /** Extensions that MLflow sends as text, its own files without one, and code. */
  private static final Set<String> TEXTS =
      Set.of(
          "txt",
          "log",
          "err",
          "cfg",
          "conf",
          "cnf",
          "cf",
          "ini",
          "properties",
          "prop",
          "hocon",
          "toml",
          "yaml",
          "yml",
          "xml",
          "json",
          "js",
          "py",
          "py3",
          "csv",
          "tsv",
          "md",
          "rst",
          "mlmodel",
          "mlproject",
          "java",
          "r",
          "scala",
          "sh",
          "sql");

  private FileType() {}

  static String of(String fileName) {
    var extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (TEXTS.contains(extension)) {
      return TEXT;
    }
    var known = URLConnection.getFileNameMap().getContentTypeFor(fileName);
    return known == null ? "application/octet-stream" : known;
  }
}
