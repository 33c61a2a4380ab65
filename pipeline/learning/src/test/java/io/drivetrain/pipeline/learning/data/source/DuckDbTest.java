package io.drivetrain.pipeline.learning.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.pipeline.learning.data.duckdb.ReadingLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbTest {
  private static final CsvHeader HEADER = new CsvHeader(';', List.of("a", "b"));

  @TempDir Path folder;

  @Test
  void readsTheFileItWasOpenedFor() throws IOException, SQLException {
    DataFile file = file("one.csv");

    try (DuckDb duckDb = DuckDb.open(file, new ReadingLimits(folder))) {
      RawTable table = duckDb.csv(file, HEADER, new int[] {1});

      assertThat(table.rows()).extracting(RawRow::cells).containsExactly(List.of("2"));
    }
  }

  @Test
  void readsNoOtherFile() throws IOException, SQLException {
    DataFile file = file("one.csv");
    DataFile other = file("other.csv");

    try (DuckDb duckDb = DuckDb.open(file, new ReadingLimits(folder))) {
      assertThatThrownBy(() -> duckDb.csv(other, HEADER, new int[] {1}))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("disabled by configuration");
    }
  }

  @Test
  void leavesNothingInTheSpillFolder() throws IOException, SQLException {
    DataFile file = file("one.csv");
    Path spill = folder.resolve("spill");

    DuckDb.open(file, new ReadingLimits(spill)).close();

    assertThat(spill).isEmptyDirectory();
  }

  private DataFile file(String name) throws IOException {
    Path path = folder.resolve(name);
    Files.writeString(path, "a;b\n1;2\n");
    return DataFile.open(name, path, null);
  }
}
