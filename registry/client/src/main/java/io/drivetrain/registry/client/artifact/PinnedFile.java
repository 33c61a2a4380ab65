package io.drivetrain.registry.client.artifact;

/**
 * A file as the registry's database knows it, whatever lies in the store.
 *
 * @param path below the location that was asked for, with {@code /}
 * @param sha256 64 lower-case hexadecimal digits
 */
public record PinnedFile(String path, long sizeBytes, String sha256) {}
