package io.drivetrain.registry.artifact;

/**
 * A file or folder on the wire.
 *
 * @param fileSize in bytes; null for a folder
 */
public record FileInfo(String path, boolean isDir, Long fileSize) {
  static FileInfo of(String path, ArtifactStore.Entry entry) {
    return new FileInfo(path, entry.isFolder(), entry.isFolder() ? null : entry.size());
  }
}
