package io.drivetrain.registry.artifact;

import java.io.IOException;
import java.util.List;

/** A folder of a run or a model on the wire: paths are relative to {@code rootUri}. */
public record ArtifactListing(String rootUri, List<FileInfo> files) {

  /**
   * @param below the folder under the root; null or empty for the root itself
   */
  static ArtifactListing of(ArtifactService artifacts, String rootUri, String below)
      throws IOException {
    var folder = ArtifactPath.of(below == null ? "" : below);
    var files =
        artifacts.list(ArtifactPath.ofUri(rootUri).resolve(folder.value())).stream()
            .map(entry ->
                FileInfo.of(
                    folder.isRoot() ? entry.name() : folder.value() + "/" + entry.name(), entry))
            .toList();
    return new ArtifactListing(rootUri, files);
  }
}
