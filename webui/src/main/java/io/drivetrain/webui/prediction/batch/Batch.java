package io.drivetrain.webui.prediction.batch;

import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.FieldIssue;
import io.drivetrain.models.schema.RowReading;
import io.drivetrain.models.text.NumberText;
import io.drivetrain.models.text.Texts;
import io.drivetrain.webui.prediction.ServedModel;
import io.drivetrain.webui.prediction.batch.UnreadableFileException.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * A file that is to be predicted by one model.
 *
 * @param unknown columns that are no field of the model; they are kept and not used
 * @param absent required fields that no column has
 */
public record Batch(ServedModel model, CsvTable table, List<String> unknown, List<String> absent) {
  /** Most rows of one file. */
  public static final int MOST_ROWS = 50_000;

  public Batch {
    unknown = List.copyOf(unknown);
    absent = List.copyOf(absent);
  }

  /**
   * What became of one row.
   *
   * @param prediction empty when the row was refused
   * @param errors why it was
   * @param warnings of a row that was predicted
   */
  public record Result(
      CsvTable.Line line,
      Optional<Prediction> prediction,
      List<FieldIssue> errors,
      List<FieldIssue> warnings) {}

  /**
   * @throws UnreadableFileException when there is nothing to predict in it
   */
  public static Batch read(byte[] file, ServedModel model) {
    FileText text = FileText.of(file);
    CsvTable table = CsvTable.read(text.text(), text.charset());
    if (table.rows().size() > MOST_ROWS) {
      throw new UnreadableFileException(Reason.TOO_MANY_ROWS, 0);
    }
    FeatureSchema schema = model.bundle().schema();
    List<String> unknown =
        table.header().stream()
            .map(Texts::clean)
            .filter(name -> schema.indexOf(name).isEmpty())
            .toList();
    if (unknown.size() == table.header().size()) {
      throw new UnreadableFileException(Reason.NO_FIELDS, 0);
    }
    return new Batch(model, table, unknown, absent(schema, table));
  }

  /** Header and one row of example, as CSV that the same reading takes. */
  public static Map<String, String> template(ServedModel model) {
    Map<String, String> example = new LinkedHashMap<>();
    model.bundle().schema().features().forEach(feature -> example.put(feature.name(), ""));
    model
        .bundle()
        .inputExample()
        .forEach((name, value) ->
            example.put(
                name,
                value instanceof Number number
                    ? NumberText.plain(number.doubleValue())
                    : value.toString()));
    return example;
  }

  /**
   * Predicts row by row.
   *
   * @param isCancelled asked before each row; what was done until then is the result
   * @param progress gets how many rows are done
   */
  public List<Result> predict(BooleanSupplier isCancelled, IntConsumer progress) {
    List<Result> results = new ArrayList<>();
    for (CsvTable.Line line : table.rows()) {
      if (isCancelled.getAsBoolean()) {
        break;
      }
      results.add(predict(line));
      progress.accept(results.size());
    }
    return results;
  }

  private Result predict(CsvTable.Line line) {
    RowReading reading = model.bundle().schema().interpret(row(line));
    return reading.isUsable()
        ? new Result(
            line, Optional.of(model.bundle().predict(reading)), List.of(), reading.warnings())
        : new Result(line, Optional.empty(), reading.errors(), List.of());
  }

  private Map<String, Object> row(CsvTable.Line line) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(table.header().size(), line.cells().size()); i++) {
      String name = Texts.clean(table.header().get(i));
      if (!unknown.contains(name)) {
        row.putIfAbsent(name, line.cells().get(i));
      }
    }
    return row;
  }

  private static List<String> absent(FeatureSchema schema, CsvTable table) {
    List<String> names = table.header().stream().map(Texts::clean).toList();
    return schema.features().stream()
        .filter(feature -> feature.required())
        .filter(feature -> !names.contains(feature.name()) && !names.contains(feature.source()))
        .map(feature -> feature.name())
        .toList();
  }
}
