package io.drivetrain.webui.artifact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a file is by the end of its name, and how a browser is told. */
public enum ArtifactKind {
  TEXT(
      "text/plain;charset=UTF-8",
      List.of(
          "txt",
          "log",
          "yaml",
          "yml",
          "xml",
          "toml",
          "ini",
          "cfg",
          "py",
          "java",
          "sql",
          "sh",
          "r",
          "properties",
          "mlmodel",
          "sha256sums",
          "conf")),
  JSON("application/json", List.of("json", "geojson", "ipynb")),
  TABLE("text/csv;charset=UTF-8", List.of("csv", "tsv")),
  MARKDOWN("text/markdown;charset=UTF-8", List.of("md", "markdown")),
  IMAGE("image/*", List.of("png", "jpg", "jpeg", "gif", "webp", "svg")),
  HTML("text/html;charset=UTF-8", List.of("html", "htm")),
  PDF("application/pdf", List.of("pdf")),
  /** Nothing that a page can show. */
  BINARY("application/octet-stream", List.of());

  private final String mediaType;
  private final List<String> endings;

  ArtifactKind(String mediaType, List<String> endings) {
    this.mediaType = mediaType;
    this.endings = endings;
  }

  public static ArtifactKind of(String path) {
    String ending = ending(path);
    return Arrays.stream(values())
        .filter(kind -> kind.endings.contains(ending))
        .findFirst()
        .orElse(BINARY);
  }

  /** The type of a file of this kind, for a download. */
  public String mediaType(String path) {
    if (this != IMAGE) {
      return mediaType;
    }
    return switch (ending(path)) {
      case "svg" -> "image/svg+xml";
      case "jpg", "jpeg" -> "image/jpeg";
      default -> "image/" + ending(path);
    };
  }

  /** A page reads its text; a picture is loaded by the browser. */
  public boolean isText() {
    return this != IMAGE && this != PDF && this != BINARY;
  }

  private static String ending(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
