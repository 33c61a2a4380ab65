package io.drivetrain.registry.artifact;

import java.io.IOException;
import java.util.List;

/** A folder of a run or a model on the wire: paths are relative to {@code rootUri}. */
public record ArtifactListing(String rootUri, List<FileInfo> files) {

  /**
   * @param folder under the root, or the root itself
   */
  static ArtifactListing of(ArtifactService artifacts, String rootUri, ArtifactPath folder)
      throws IOException {
    var files =
        artifacts.list(ArtifactPath.ofUri(rootUri).resolve(folder.value())).stream()
            .map(entry ->
                FileInfo.of(
                    folder.isRoot() ? entry.name() : folder.value() + "/" + entry.name(), entry))
            .toList();
    return new ArtifactListing(rootUri, files);
  }
}
