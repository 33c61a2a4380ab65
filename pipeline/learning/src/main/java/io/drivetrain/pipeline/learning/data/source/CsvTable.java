package io.drivetrain.pipeline.learning.data.source;

import io.drivetrain.pipeline.api.quality.LineCounts;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes through the records below the header of a CSV file and accounts for every line. */
final class CsvTable {
  private static final int SAMPLES = 20;

  private final CsvHeader header;
  private final List<UnreadableLine> unreadable = new ArrayList<>();
  private long lines;
  private long headerLines;
  private long rows;
  private long refused;
  private long blank;
  private long skipped;
  private long breaks;

  CsvTable(CsvHeader header) {
    this.header = header;
  }

  /** Takes one row. */
  @FunctionalInterface
  interface RowTaker {
    void take(CsvRecord row) throws SQLException;
  }

  void read(DataFile file, RowTaker taker) throws IOException, SQLException {
    try (CsvRecords records = new CsvRecords(file, header.delimiter())) {
      for (Optional<CsvRecord> next = records.next(); next.isPresent(); next = records.next()) {
        CsvRecord record = next.orElseThrow();
        if (record.isBlank()) {
          blank += record.lines();
        } else if (record.line() < header.line()) {
          skipped += record.lines();
        } else if (record.line() == header.line()) {
          headerLines = record.lines();
        } else {
          row(record, taker);
        }
      }
      lines = records.lines();
    }
  }

  private void row(CsvRecord record, RowTaker taker) throws SQLException {
    Optional<String> refusal = record.refusal(header.columns().size());
    if (refusal.isPresent()) {
      refused += record.lines();
      if (unreadable.size() < SAMPLES) {
        unreadable.add(new UnreadableLine(record.line(), refusal.orElseThrow()));
      }
      return;
    }
    rows++;
    breaks += record.lines() - 1;
    taker.take(record);
  }

  LineCounts counts() {
    return new LineCounts(lines, headerLines, rows, refused, blank, skipped, breaks);
  }

  /** The first records that are no rows. */
  List<UnreadableLine> unreadable() {
    return List.copyOf(unreadable);
  }
}
