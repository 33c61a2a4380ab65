package io.drivetrain.pipeline.learning.data.source;

/**
 * A line that is no row: too few or too many cells, or a quote that does not end.
 *
 * @param line number in the file, from 1
 */
public record UnreadableLine(long line, String reason) {}
