package io.drivetrain.pipeline.learning.data.source;

import java.util.List;

/**
 * The texts of one row, in the order of the wanted fields, and how often the file repeats it.
 *
 * @param line where it begins first, from 1, as an editor counts
 * @param copies how often it stands in the file, at least 1
 * @param cells "" for an empty cell
 */
record RawRow(long line, long copies, List<String> cells) {}
