package io.drivetrain.pipeline.learning.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.pipeline.learning.data.duckdb.LockedDuckDb;
import io.drivetrain.pipeline.learning.data.duckdb.ReadingLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellTableTest {
  private static final CsvHeader HEADER = new CsvHeader(';', List.of("a", "b"), 1);

  @TempDir Path folder;

  @Test
  void readsTheFileItWasOpenedFor() throws IOException, SQLException {
    DataFile file = file("one.csv");

    try (LockedDuckDb duckDb = LockedDuckDb.open(new ReadingLimits(folder), file.path())) {
      List<RawRow> rows = new ArrayList<>();
      CellTable.csv(duckDb, file, HEADER, new int[] {1}).forEach(rows::add);

      assertThat(rows).extracting(RawRow::cells).containsExactly(List.of("2"));
    }
  }

  @Test
  void readsNoOtherFile() throws IOException, SQLException {
    DataFile file = file("one.csv");
    DataFile other = file("other.parquet");

    try (LockedDuckDb duckDb = LockedDuckDb.open(new ReadingLimits(folder), file.path())) {
      assertThatThrownBy(() -> CellTable.parquetColumns(duckDb, other))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("disabled by configuration");
    }
  }

  @Test
  void leavesNothingInTheSpillFolder() throws IOException, SQLException {
    DataFile file = file("one.csv");
    Path spill = folder.resolve("spill");

    LockedDuckDb.open(new ReadingLimits(spill), file.path()).close();

    assertThat(spill).isEmptyDirectory();
  }

  private DataFile file(String name) throws IOException {
    byte[] bytes = "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8);
    return DataFile.copy(name, new ByteArrayInputStream(bytes), folder.resolve(name), null);
  }
}
