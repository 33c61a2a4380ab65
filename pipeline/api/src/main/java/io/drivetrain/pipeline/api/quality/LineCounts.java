package io.drivetrain.pipeline.api.quality;

import java.util.stream.LongStream;

/**
 * What became of each line of a CSV file: {@code lines = header + rows + refused + blank + skipped
 * + breaks}.
 *
 * @param lines of the file, as an editor counts
 * @param header lines of the header, 1 unless a column name spans lines
 * @param rows below the header, repeated ones and those with unusable values included
 * @param refused lines that are no rows: all that a record spans that is none
 * @param blank lines without text
 * @param skipped lines above the header, such as a title
 * @param breaks line breaks inside cells of rows
 */
public record LineCounts(
    long lines, long header, long rows, long refused, long blank, long skipped, long breaks) {
  /** The terms of the sum, in its order: lines first, then what they are. */
  public LongStream terms() {
    return LongStream.of(lines, header, rows, refused, blank, skipped, breaks);
  }

  /** Of a format without lines. */
  public static LineCounts ofRows(long rows) {
    return new LineCounts(rows, 0, rows, 0, 0, 0, 0);
  }
}
