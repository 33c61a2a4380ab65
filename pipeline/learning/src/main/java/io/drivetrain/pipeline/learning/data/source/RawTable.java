package io.drivetrain.pipeline.learning.data.source;

import java.util.List;

/**
 * What DuckDB read from a file.
 *
 * @param headers of all columns of the file, in its order, also of those that were not read
 * @param rows different ones, in the order of the file
 * @param unreadable how many lines are no rows
 * @param unreadableSamples the first of them
 */
record RawTable(
    List<String> headers,
    List<RawRow> rows,
    long unreadable,
    List<UnreadableLine> unreadableSamples) {}
