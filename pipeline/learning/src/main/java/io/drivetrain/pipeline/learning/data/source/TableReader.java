package io.drivetrain.pipeline.learning.data.source;

import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.FieldIssue;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.RowReading;
import io.drivetrain.models.text.Texts;
import io.drivetrain.models.text.UnitText;
import io.drivetrain.pipeline.learning.data.definition.SourceSpec;
import io.drivetrain.pipeline.learning.data.definition.TargetColumn;
import io.drivetrain.pipeline.learning.data.definition.TextEncoding;
import io.drivetrain.pipeline.learning.data.definition.UnreadableCell;
import io.drivetrain.pipeline.learning.data.duckdb.LockedDuckDb;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a CSV or Parquet file into rows of a schema. */
public final class TableReader {
  /** How many spellings of a class are looked at, counted over all of them. */
  private static final int SPELLINGS = 10;

  private final SourceSpec source;
  private final FeatureSchema schema;
  private final TargetColumn target;
  private final UnitText unit;

  /**
   * @param target a number, read by the rules of a feature
   */
  public TableReader(SourceSpec source, FeatureSchema schema, NumericFeature target) {
    this(source, schema, new TargetColumn.Number(target));
  }

  public TableReader(SourceSpec source, FeatureSchema schema, TargetColumn target) {
    this.source = source;
    this.schema = schema;
    this.target = target;
    this.unit = new UnitText(target.unit());
  }

  /**
   * Reads a file.
   *
   * @param duckDb that may read it
   * @param rows gets the different rows in the order of the file
   * @throws UnusableDataException when the file is not what the definition says
   */
  public DataTable read(DataFile file, LockedDuckDb duckDb, RowSink rows)
      throws IOException, SQLException {
    List<String> names = fields().stream().map(Field::name).toList();
    try (CellTable cells = cells(file, duckDb)) {
      long[] count = {0};
      long[] foreign = {0};
      TargetReading reading = TargetReading.of(target, targetTexts(cells, names.size() - 1));
      TargetCells targets = new TargetCells(reading, schema.missing());
      cells.forEach(raw -> {
        rows.add(row(names, raw, targets));
        count[0]++;
        foreign[0] += unit.isForeign(Texts.clean(raw.cells().getLast())) ? raw.copies() : 0;
      });
      if (count[0] == 0) {
        throw new UnusableDataException(noRows(file, cells));
      }
      FieldColumns columns = new FieldColumns(file.name(), cells.headers());
      return new DataTable(
          file,
          columns.named(fields()),
          names,
          cells.counts(),
          notes(file, cells, columns, foreign[0], reading),
          cells.unreadable(),
          reading.classes());
    }
  }

  private CellTable cells(DataFile file, LockedDuckDb duckDb) throws IOException {
    try {
      return switch (file.format()) {
        case CSV -> {
          CsvHeader header = CsvHeader.find(file, source.delimiter(), fields());
          yield CellTable.csv(duckDb, file, header, places(file, header.columns()));
        }
        case PARQUET -> {
          List<String> columns = CellTable.parquetColumns(duckDb, file);
          yield CellTable.parquet(duckDb, file, columns, places(file, columns));
        }
      };
    } catch (SQLException unreadable) {
      throw new UnusableDataException(
          "%s cannot be read as a %s file: it is damaged or cut off. Write it again."
              .formatted(file.name(), file.format().label()),
          unreadable);
    }
  }

  private int[] places(DataFile file, List<String> columns) {
    return new FieldColumns(file.name(), columns).of(fields());
  }

  private List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    for (Feature feature : schema.features()) {
      fields.add(new Field(feature.name(), feature.source()));
    }
    fields.add(new Field(target.name(), target.source()));
    return fields;
  }

  /** The texts of the target that mean something, cleaned; as many as tell that it has classes. */
  private Map<String, Long> targetTexts(CellTable cells, int place) throws SQLException {
    Map<String, Long> texts = new HashMap<>();
    cells
        .texts(place, TargetClasses.MOST * SPELLINGS)
        .forEach((text, copies) -> texts.merge(Texts.clean(text), copies, Long::sum));
    texts.remove("");
    texts.keySet().removeIf(text -> schema.missing().contains(text));
    return texts;
  }

  private DataRow row(List<String> names, RawRow raw, TargetCells targets) {
    int last = names.size() - 1;
    Map<String, String> cells = HashMap.newHashMap(last);
    for (int i = 0; i < last; i++) {
      cells.put(names.get(i), raw.cells().get(i));
    }
    RowReading features = schema.read(cells);
    List<FieldIssue> errors = new ArrayList<>(features.errors());
    double value = targets.read(raw.cells().get(last), errors);
    return new DataRow(
        raw.line(),
        raw.copies(),
        raw.cells(),
        features.row(),
        value,
        errors,
        isUsable(features.errors(), value));
  }

  private boolean isUsable(List<FieldIssue> errors, double value) {
    return !Double.isNaN(value)
        && errors.stream()
            .allMatch(error -> source.unreadable() == UnreadableCell.MISSING && isOptional(error));
  }

  private boolean isOptional(FieldIssue error) {
    return schema.features().stream()
        .anyMatch(feature -> feature.name().equals(error.field()) && !feature.required());
  }

  private static String noRows(DataFile file, CellTable cells) {
    if (cells.unreadable().isEmpty()) {
      return file.name() + " has a header line but no rows.";
    }
    UnreadableLine first = cells.unreadable().getFirst();
    return "%s has no readable row: all %d lines below the header are refused, the first is line %d: %s"
        .formatted(file.name(), cells.counts().refused(), first.line(), first.reason());
  }

  private List<String> notes(
      DataFile file, CellTable cells, FieldColumns columns, long foreign, TargetReading reading) {
    List<String> notes = new ArrayList<>();
    reading.note().ifPresent(notes::add);
    if (file.format() == FileFormat.CSV && file.encoding() != TextEncoding.UTF_8) {
      notes.add("The text is read as %s.".formatted(file.encoding().label()));
    }
    long skipped = cells.counts().skipped();
    if (skipped > 0) {
      notes.add("Lines above the header that are skipped: %d.".formatted(skipped));
    }
    if (foreign > 0) {
      notes.add(
          "Values of %s that carry another currency and are read as %s without conversion: %d."
              .formatted(target.name(), target.unit(), foreign));
    }
    notes.addAll(columns.notes(fields()));
    return notes;
  }
}
