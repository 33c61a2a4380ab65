package io.drivetrain.webui.artifact;

/**
 * A file or folder of a tracking run.
 *
 * @param path below the root of the run's files, with {@code /}
 * @param sizeBytes 0 for a folder
 */
public record ArtifactEntry(String path, boolean folder, long sizeBytes) {
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
