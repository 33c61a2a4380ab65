package io.drivetrain.pipeline.ingest;

import java.util.List;

/**
 * What DuckDB read from a file.
 *
 * @param rows different ones, in the order of the file
 * @param unreadable how many lines are no rows
 * @param unreadableSamples the first of them
 */
record RawTable(List<RawRow> rows, long unreadable, List<UnreadableLine> unreadableSamples) {}
