package io.drivetrain.registry.artifact;

import io.drivetrain.registry.model.VersionFile;

/**
 * What the database says of a file.
 *
 * @param path in the store
 * @param sha256 in lower-case hexadecimal digits
 */
record RecordedFile(String path, long sizeBytes, String sha256) {

  VersionFile relativeTo(ArtifactPath folder) {
    return new VersionFile(path.substring(folder.value().length() + 1), sizeBytes, sha256);
  }
}
