package io.drivetrain.pipeline.api.quality;

/**
 * The rows of a run's data, typed, deduplicated and split: a Parquet file that the later steps
 * read.
 *
 * @param uri of the artifact
 * @param sha256 of its bytes, 64 hexadecimal digits
 * @param bytes its size
 */
public record PreparedData(String uri, String sha256, long bytes) {}
