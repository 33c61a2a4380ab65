package io.drivetrain.pipeline.learning.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.IssueCode;
import io.drivetrain.models.schema.Label;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.Target;
import io.drivetrain.pipeline.api.quality.LineCounts;
import io.drivetrain.pipeline.learning.data.definition.SourceSpec;
import io.drivetrain.pipeline.learning.data.definition.TextEncoding;
import io.drivetrain.pipeline.learning.data.definition.UnreadableCell;
import io.drivetrain.pipeline.learning.data.duckdb.LockedDuckDb;
import io.drivetrain.pipeline.learning.data.duckdb.ReadingLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
          SourceSpec.USUAL_MISSING);
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
  void readsWindows1252WhenTheBytesAreNotUtf8() throws IOException {
    Read table = read("Ville;Surface;Loyer\nSalé €;80;3000\n", TextEncoding.WINDOWS_1252.charset());

    assertThat(table.file().encoding()).isEqualTo(TextEncoding.WINDOWS_1252);
    assertThat(table.rows().getFirst().row().string(0)).isEqualTo("Salé €");
    assertThat(table.table().notes()).containsExactly("The text is read as windows-1252.");
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
  void refusesRowsWithoutARequiredValueOrATarget() throws IOException {
    Read table = read("Ville;Surface;Loyer\nFès;80;0\nFès;80;\n;80;3000\n", UTF_8);

    assertThat(table.rows())
        .allSatisfy(row -> assertThat(row.isUsable()).isFalse())
        .extracting(row -> row.errors().getFirst().code())
        .containsExactly(IssueCode.OUT_OF_RANGE, IssueCode.REQUIRED, IssueCode.REQUIRED);
  }

  @Test
  void aCellOfAnOptionalFeatureThatCannotBeReadIsMissing() throws IOException {
    Read table = read("Ville;Surface;Loyer\nFès;grand;3000\n", UTF_8);

    assertThat(table.rows().getFirst().isUsable()).isTrue();
    assertThat(table.rows().getFirst().row().isMissing(1)).isTrue();
    assertThat(table.rows().getFirst().isRefused("area")).isTrue();
  }

  @Test
  void refusesTheRowOfSuchACellWhereTheDefinitionSaysSo() throws IOException {
    SourceSpec strict = new SourceSpec(null, null, List.of(), UnreadableCell.REFUSE_ROW);

    Read table = read("rents.csv", "Ville;Surface;Loyer\nFès;grand;3000\n".getBytes(UTF_8), strict);

    assertThat(table.rows().getFirst().isUsable()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NA", "N/A", "NaN", "null", "None", "nan", "-", "--", ".", "#N/A", " "})
  void usualTextsForNothingAreMissing(String nothing) throws IOException {
    Read table = read("Ville;Surface;Loyer\nFès;" + nothing + ";3000\n", UTF_8);

    assertThat(table.rows().getFirst().isUsable()).isTrue();
    assertThat(table.rows().getFirst().errors()).isEmpty();
    assertThat(table.rows().getFirst().row().isMissing(1)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"120 000 MAD,120000", "MAD 1200,1200", "1200 DH,1200", "'1.200,50',1200.5"})
  void aUnitAroundANumberIsNoPartOfIt(String text, double rent) throws IOException {
    Read table = read("Ville;Surface;Loyer\nFès;80 m²;" + text + "\n", UTF_8);

    assertThat(table.rows().getFirst().row().number(1)).isEqualTo(80);
    assertThat(table.rows().getFirst().isRefused("rent")).isEqualTo(rent > 100000);
    assertThat(table.rows().getFirst().target()).isIn(rent, Double.NaN);
  }

  @Test
  void aNumberWithTwoReadingsShowsThem() throws IOException {
    Read table = read("Ville;Surface;Loyer\nFès;80;\"3,500\"\n", UTF_8);

    assertThat(table.rows().getFirst().errors().getFirst().message())
        .isEqualTo("rent \"3,500\" can be read as 3500 and as 3.5; write 3500 or 3.5");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8,UTF_8",
    "UTF-16LE,UTF_16LE",
    "UTF-16BE,UTF_16BE",
  })
  void aByteOrderMarkDecidesTheEncoding(String charset, TextEncoding encoding) throws IOException {
    Read table = read("\uFEFFVille;Surface;Loyer\nFès;80;3000\n", Charset.forName(charset));

    assertThat(table.file().encoding()).isEqualTo(encoding);
    assertThat(table.rows().getFirst().row().string(0)).isEqualTo("Fès");
  }

  @Test
  void namesTheLineOfAByteThatIsNoUtf8() throws IOException {
    String start = "Ville;Surface;Loyer\n" + "Fès;80;3000\n".repeat(20);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(start.getBytes(UTF_8));
    bytes.write("Salé;80;3000\n".getBytes(StandardCharsets.ISO_8859_1));
    bytes.write("Fès;81;3000\n".getBytes(UTF_8));

    Read table = read(bytes.toByteArray());

    assertThat(table.unreadableSamples())
        .containsExactly(new UnreadableLine(22, "line 22 holds a byte that is no UTF-8"));
    assertThat(table.table().lines()).isEqualTo(new LineCounts(23, 1, 21, 1, 0, 0, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n", "\r\r\n"})
  void everyLineEndEndsALine(String end) throws IOException {
    Read table =
        read("Ville;Surface;Loyer" + end + "Fès;80;3000\nRabat;50;2000" + end + "A;1;2", UTF_8);

    assertThat(table.rows()).extracting(DataRow::line).containsExactly(2L, 3L, 4L);
    assertThat(table.table().lines()).isEqualTo(new LineCounts(4, 1, 3, 0, 0, 0, 0));
  }

  @Test
  void unpacksGzip() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write("Ville;Surface;Loyer\nFès;80;3000\n".getBytes(UTF_8));
    }

    assertThat(read(packed.toByteArray()).rows().getFirst().target()).isEqualTo(3000);
    assertThatThrownBy(() -> read(Arrays.copyOf(packed.toByteArray(), packed.size() - 12)))
        .hasMessage("rents.csv is a gzip file that is cut off or damaged. Pack it again.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sep=;\n",
        "Annonces 2024\n;;\n",
        "\n\n",
        "  \n",
        "\"Titre\";x\n\n",
      })
  void findsTheHeaderBelowOtherLines(String above) throws IOException {
    Read table = read(above + "Ville;Surface;Loyer\nFès;80;3000\n", UTF_8);

    long lines = above.lines().count();
    assertThat(table.rows()).extracting(DataRow::line).containsExactly(lines + 2);
    LineCounts counts = table.table().lines();
    assertThat(counts.skipped() + counts.blank()).isEqualTo(lines);
    assertThat(counts.lines()).isEqualTo(lines + 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ville;SURFACE;loyer", " Ville ;\u00a0Surface;Lo\u200byer", "Vîlle;Surfacé;Loyer"})
  void findsColumnsInAnySpelling(String header) throws IOException {
    Read table = read(header + "\nFès;80;3000\n", UTF_8);

    assertThat(table.rows().getFirst().isUsable()).isTrue();
    assertThat(table.table().headers()).containsExactly("Ville", "Surface", "Loyer");
  }

  @Test
  void suggestsTheNearestColumn() {
    assertThatThrownBy(() -> read("Ville;Surfaces;Loyer\nFès;1;2\n", UTF_8))
        .hasMessageContaining("Is 'Surfaces' meant to be 'Surface'?");
  }

  @Test
  void aQuoteThatIsNeverClosedNamesItsLine() {
    assertThatThrownBy(() -> read("Ville;Surface;Loyer\nFès;80;3000\n\"A;1;2\nB;1;2\n", UTF_8))
        .hasMessageStartingWith("rents.csv: the quote that opens on line 3 is never closed.");
  }

  @Test
  void linesBetweenTwoStrayQuotesAreRefusedAndCounted() throws IOException {
    String rows = "Fès;80;3000\n".repeat(50);

    Read table = read("Ville;Surface;Loyer\n\"" + rows + "\"" + rows, UTF_8);

    assertThat(table.table().lines()).isEqualTo(new LineCounts(101, 1, 49, 51, 0, 0, 0));
    assertThat(table.unreadableSamples())
        .containsExactly(
            new UnreadableLine(
                2,
                "a quote opens on line 2 and closes on line 52: the 50 lines between are no cell"));
  }

  @Test
  void aCellThatSpansLinesAndHoldsAWholeRowIsRefused() throws IOException {
    Read table = read("Ville;Surface;Loyer\n\"Fès;80;3000\nA\";1;2\nB;1;2\n", UTF_8);

    assertThat(table.table().lines()).isEqualTo(new LineCounts(4, 1, 1, 2, 0, 0, 0));
  }

  @Test
  void breaksInsideAcceptedCellsAreCounted() throws IOException {
    Read table = read("Ville;Surface;Loyer\n\"El\r\nJadida\";1;2\nB;1;2\n\n", UTF_8);

    assertThat(table.rows()).extracting(DataRow::line).containsExactly(2L, 4L);
    assertThat(table.table().lines()).isEqualTo(new LineCounts(5, 1, 2, 0, 1, 0, 1));
  }

  @Test
  void aZeroByteNamesItsLine() throws IOException {
    String rows = "Fès;80;3000\n".repeat(200);

    Read table = read("Ville;Surface;Loyer\nF\0s;80;3000\n" + rows, UTF_8);

    assertThat(table.unreadableSamples())
        .containsExactly(new UnreadableLine(2, "line 2 holds a zero byte, which no text has"));
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
        .hasMessage(
            "rents.csv cannot be read as a Parquet file: it is damaged or cut off. Write it again.");
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
  void namesLinesThatAreNotInTheDeclaredEncoding() throws IOException {
    SourceSpec declared = new SourceSpec(';', TextEncoding.UTF_8, List.of());
    Path file = folder.resolve("rents.csv");
    Files.writeString(file, "Ville;Surface;Loyer\nSalé;1;2\n", StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> read("rents.csv", Files.readAllBytes(file), declared))
        .hasMessageContaining("the first is line 2: line 2 holds a byte that is no UTF-8");
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
