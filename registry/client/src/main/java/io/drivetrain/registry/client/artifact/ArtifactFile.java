package io.drivetrain.registry.client.artifact;

/**
 * One entry of an artifact directory.
 *
 * @param path relative to the artifact URI that was listed, with {@code /}
 * @param sizeBytes 0 for a directory
 */
public record ArtifactFile(String path, boolean directory, long sizeBytes) {}
