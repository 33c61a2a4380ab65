package io.drivetrain.registry.model;

/**
 * A file of a version as it was registered.
 *
 * @param path below the place of the version
 * @param sizeBytes of its content
 * @param sha256 of its content, 64 lower-case hexadecimal digits
 */
public record VersionFile(String path, long sizeBytes, String sha256) {}
