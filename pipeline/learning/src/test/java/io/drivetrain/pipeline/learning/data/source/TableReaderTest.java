package io.drivetrain.pipeline.learning.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.IssueCode;
import io.drivetrain.models.schema.Label;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.Target;
import io.drivetrain.pipeline.learning.data.definition.SourceSpec;
import io.drivetrain.pipeline.learning.data.definition.TextEncoding;
import io.drivetrain.pipeline.learning.data.duckdb.LockedDuckDb;
import io.drivetrain.pipeline.learning.data.duckdb.ReadingLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {
  private static final Charset UTF_8 = StandardCharsets.UTF_8;
  private static final Label LABEL = new Label("x", "x");
  private static final FeatureSchema SCHEMA =
      new FeatureSchema(
          List.of(
              new CategoricalFeature(
                  "city", LABEL, "Ville", true, List.of(), true, null, Map.of(), null),
              new NumericFeature(
                  "area", LABEL, "Surface", false, "m2", false, true, 1, 1000, null)),
          new Target("rent", LABEL, "MAD", "Loyer"),
          List.of("--"));
  private static final NumericFeature RENT =
      new NumericFeature("rent", LABEL, "Loyer", true, "MAD", false, false, 1, 100000, null);

  private static final SourceSpec SOURCE = new SourceSpec(null, null, List.of("--"));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {";", ",", "\t", "|"})
  void findsTheDelimiterInTheHeader(String delimiter) throws IOException {
    String text = "Ville;Surface;Loyer\nFès;80;3000\n".replace(";", delimiter);

    Read table = read(text, StandardCharsets.UTF_8);

    assertThat(table.rows()).hasSize(1);
    assertThat(table.rows().getFirst().row().string(0)).isEqualTo("Fès");
    assertThat(table.rows().getFirst().row().number(1)).isEqualTo(80);
    assertThat(table.rows().getFirst().target()).isEqualTo(3000);
  }

  @Test
  void readsLatin1WhenTheBytesAreNotUtf8() throws IOException {
    Read table = read("Ville;Surface;Loyer\nSalé;80;3000\n", StandardCharsets.ISO_8859_1);

    assertThat(table.file().encoding()).isEqualTo(TextEncoding.LATIN_1);
    assertThat(table.rows().getFirst().row().string(0)).isEqualTo("Salé");
  }

  @Test
  void readsUtf8WithByteOrderMarkAndWindowsLineEnds() throws IOException {
    Read table = read("\uFEFFVille;Surface;Loyer\r\nFès;80;3000\r\n", StandardCharsets.UTF_8);

    assertThat(table.rows().getFirst().row().string(0)).isEqualTo("Fès");
    assertThat(table.rows().getFirst().target()).isEqualTo(3000);
  }

  @Test
  void readsQuotedCellsDecimalCommasRangesAndMissingTokens() throws IOException {
    Read table =
        read(
            """
            Loyer;Autre;Ville;Surface
            "3 000,5";x;"El ""Jadida"";";60 - 80
            4000;y;Fès;--
            """,
            StandardCharsets.UTF_8);

    assertThat(table.rows().get(0).row().string(0)).isEqualTo("El \"Jadida\";");
    assertThat(table.rows().get(0).row().number(1)).isEqualTo(70);
    assertThat(table.rows().get(0).target()).isEqualTo(3000.5);
    assertThat(table.rows().get(1).row().isMissing(1)).isTrue();
    assertThat(table.rows().get(1).isUsable()).isTrue();
  }

  @Test
  void countsRepeatedRowsAndKeepsTheirFirstLine() throws IOException {
    Read table = read("Ville;Surface;Loyer\nFès;80;3000\nRabat;50;2000\nFès;80;3000\n", UTF_8);

    assertThat(table.rowCount()).isEqualTo(3);
    assertThat(table.rows()).extracting(DataRow::line).containsExactly(2L, 3L);
    assertThat(table.rows()).extracting(DataRow::copies).containsExactly(2L, 1L);
  }

  @Test
  void namesTheLinesThatAreNoRows() throws IOException {
    Read table =
        read(
            "Ville;Surface;Loyer\nFès;80;3000\nFès;80\nRabat;50;2000\nA;1;2;3\nTanger;60;2500\n",
            UTF_8);

    assertThat(table.unreadable()).isEqualTo(2);
    assertThat(table.unreadableSamples()).extracting(UnreadableLine::line).containsExactly(3L, 5L);
    assertThat(table.rows()).extracting(DataRow::line).containsExactly(2L, 4L, 6L);
  }

  @Test
  void refusesValuesThatTheSchemaRefuses() throws IOException {
    Read table = read("Ville;Surface;Loyer\nFès;grand;3000\nFès;80;0\n;80;3000\n", UTF_8);

    assertThat(table.rows())
        .allSatisfy(row -> assertThat(row.isUsable()).isFalse())
        .extracting(row -> row.errors().getFirst().code())
        .containsExactly(IssueCode.NOT_A_NUMBER, IssueCode.OUT_OF_RANGE, IssueCode.REQUIRED);
  }

  @Test
  void acceptsCanonicalNamesAsHeaders() throws IOException {
    Read table = read("city,area,rent\nFès,80,3000\n", UTF_8);

    assertThat(table.rows().getFirst().isUsable()).isTrue();
  }

  @Test
  void readsParquet() throws IOException, SQLException {
    Path file = folder.resolve("rents.parquet");
    try (Connection duckDb = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        Statement statement = duckDb.createStatement()) {
      statement.execute(
          "copy (select 'Fès' as \"Ville\", 80.5 as \"Surface\", 3000 as \"Loyer\") to '%s' (format parquet)"
              .formatted(file));
    }

    Read table = read("rents.parquet", Files.readAllBytes(file), SOURCE);

    assertThat(table.file().format()).isEqualTo(FileFormat.PARQUET);
    assertThat(table.rows().getFirst().row().number(1)).isEqualTo(80.5);
    assertThat(table.rows().getFirst().target()).isEqualTo(3000);
  }

  @Test
  void hashesTheBytesOfTheFile() throws IOException {
    Read table = read("Ville;Surface;Loyer\nA;80;3000\n", UTF_8);

    assertThat(table.file().sha256())
        .isEqualTo("e3d1ff4fc16a289401de93d59fb7d97e5b3ce8aa7524a789d10ad308bbafe80d");
  }

  @Test
  void namesMissingColumnsAndThoseThatAreThere() {
    assertThatThrownBy(() -> read("Ville;Prix\nFès;1\n", UTF_8))
        .isInstanceOf(UnusableDataException.class)
        .hasMessage(
            "rents.csv has no column 'Surface' (area), 'Loyer' (rent). Columns found: Ville, Prix."
                + " Rename the column, or its 'source' in the definition.");
  }

  @Test
  void refusesTheSameColumnTwice() {
    assertThatThrownBy(() -> read("Ville;Surface;Loyer;Loyer\nFès;1;2;3\n", UTF_8))
        .hasMessage("rents.csv has the column 'Loyer' (rent) 2 times. Keep one of them.");
  }

  @Test
  void refusesTextThatIsNoTable() {
    assertThatThrownBy(() -> read("Dear all,\nhow are you?\n", UTF_8))
        .hasMessageStartingWith("The first line of rents.csv names none of the expected columns")
        .hasMessageContaining("header line");
  }

  @Test
  void refusesBinaryFiles() {
    assertThatThrownBy(() -> read(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1}))
        .hasMessageContaining("rents.csv is not a CSV file: it holds binary data")
        .hasMessageContaining("offset 4");
  }

  @Test
  void refusesSpreadsheets() {
    assertThatThrownBy(() -> read(new byte[] {'P', 'K', 3, 4, 0, 0}))
        .hasMessageContaining("export the sheet as CSV");
  }

  @Test
  void refusesABrokenParquetFile() {
    assertThatThrownBy(() -> read("PAR1 and nothing more".getBytes(UTF_8)))
        .hasMessageStartingWith("rents.csv cannot be read as PARQUET:");
  }

  @Test
  void refusesEmptyFilesAndFilesWithoutRows() {
    assertThatThrownBy(() -> read(new byte[0])).hasMessageContaining("rents.csv is empty");
    assertThatThrownBy(() -> read("Ville;Surface;Loyer\n", UTF_8))
        .hasMessage("rents.csv has a header line but no rows.");
    assertThatThrownBy(() -> read("Ville;Surface;Loyer\nFès\n", UTF_8))
        .hasMessageContaining("all 1 lines below the header are refused, the first is line 2");
  }

  @Test
  void refusesBytesThatAreNotInTheDeclaredEncoding() throws IOException {
    SourceSpec declared = new SourceSpec(';', TextEncoding.UTF_8, List.of());
    Path file = folder.resolve("rents.csv");
    Files.writeString(file, "Ville;Surface;Loyer\nSalé;1;2\n", StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> read("rents.csv", Files.readAllBytes(file), declared))
        .hasMessageContaining("rents.csv is not UTF-8");
  }

  @Test
  void readsAFileWhoseNameLooksLikeAPattern() throws IOException {
    Path file = folder.resolve("rents [1]*.csv");
    Files.writeString(file, "Ville;Surface;Loyer\nFès;80;3000\n");

    Read table = read("rents [1]*.csv", Files.readAllBytes(file), SOURCE);

    assertThat(table.rowCount()).isEqualTo(1);
  }

  private Read read(String text, Charset charset) throws IOException {
    return read(text.getBytes(charset));
  }

  private Read read(byte[] bytes) throws IOException {
    return read("rents.csv", bytes, SOURCE);
  }

  private Read read(String name, byte[] bytes, SourceSpec source) throws IOException {
    Path copy = folder.resolve("copy of " + name);
    Files.deleteIfExists(copy);
    DataFile file = DataFile.copy(name, new ByteArrayInputStream(bytes), copy, source.encoding());
    List<DataRow> rows = new ArrayList<>();
    try (LockedDuckDb duckDb = LockedDuckDb.streaming(new ReadingLimits(folder), copy)) {
      DataTable table = new TableReader(source, SCHEMA, RENT).read(file, duckDb, rows::add);
      return new Read(table, rows);
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  private record Read(DataTable table, List<DataRow> rows) {
    DataFile file() {
      return table.file();
    }

    long rowCount() {
      return rows.stream().mapToLong(DataRow::copies).sum();
    }

    long unreadable() {
      return table.unreadable();
    }

    List<UnreadableLine> unreadableSamples() {
      return table.unreadableSamples();
    }
  }
}
