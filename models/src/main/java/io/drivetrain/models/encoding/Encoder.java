package io.drivetrain.models.encoding;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Row;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Turns typed rows into the inputs of a model, the same way in training and prediction. Immutable,
 * safe for any number of threads. Every input that it makes is a finite number.
 */
public final class Encoder {

  private final FeatureSchema schema;
  private final List<Column> columns;
  private final TargetTransform target;
  private final Cell[] cells;

  /** For each column the place of its first input, and at last the number of inputs. */
  private final int[] offsets;

  /**
   * @throws IllegalArgumentException when two columns share a name, or when a column asks for a
   *     feature that the schema does not have or that has the wrong type
   */
  public Encoder(FeatureSchema schema, List<Column> columns, TargetTransform target) {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("an encoder needs at least one column");
    }
    this.schema = Objects.requireNonNull(schema);
    this.columns = List.copyOf(columns);
    this.target = Objects.requireNonNull(target);
    this.cells = columns.stream().map(column -> Cell.of(column, schema)).toArray(Cell[]::new);
    this.offsets = new int[cells.length + 1];
    for (int i = 0; i < cells.length; i++) {
      offsets[i + 1] = Math.addExact(offsets[i], cells[i].width());
    }
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException("column " + column.name() + " stands twice");
      }
    }
  }

  public FeatureSchema schema() {
    return schema;
  }

  public List<Column> columns() {
    return columns;
  }

  public TargetTransform target() {
    return target;
  }

  /** The number of inputs: one for each column, and for a text one for each term. */
  public int size() {
    return offsets[cells.length];
  }

  /** Whether a column has many inputs, most of which are 0 in each row. */
  public boolean isWide() {
    return size() > cells.length;
  }

  /** The column that an input belongs to. */
  public int columnOf(int input) {
    int found = Arrays.binarySearch(offsets, input);
    return found >= 0 ? found : -found - 2;
  }

  /** The name of an input: that of its column, or {@code comment_words[not good]}. */
  public String inputName(int input) {
    int column = columnOf(input);
    return columns.get(column).inputName(input - offsets[column]);
  }

  /** The place of the first input of a column. */
  int offset(int column) {
    return offsets[column];
  }

  /** The inputs of one row, in column order. */
  public double[] encode(Row row) {
    double[] inputs = new double[size()];
    encode(row, inputs);
    return inputs;
  }

  /** As {@link #encode(Row)}, into an array of the caller's. */
  public void encode(Row row, double[] inputs) {
    if (isWide()) {
      encodeSparse(row).copy(inputs);
      return;
    }
    for (int i = 0; i < cells.length; i++) {
      inputs[i] = cells[i].encode(row);
    }
  }

  /** The inputs of one row that are not 0. */
  public SparseRow encodeSparse(Row row) {
    SparseRow.Builder sparse = new SparseRow.Builder();
    for (int i = 0; i < cells.length; i++) {
      cells[i].encode(row, offsets[i], sparse);
    }
    return sparse.build();
  }

  /** The inputs of many rows: {@code [row][column]}. */
  public double[][] encode(List<Row> rows) {
    return rows.stream().map(this::encode).toArray(double[][]::new);
  }

  /** For each input a number that no input of any row is further from 0 than. */
  public double[] greatestInputs() {
    double[] greatest = new double[size()];
    for (int i = 0; i < cells.length; i++) {
      Arrays.fill(greatest, offsets[i], offsets[i + 1], GreatestInput.of(columns.get(i), schema));
    }
    return greatest;
  }

  /**
   * How an effect of one column is shared out to its features, in their order; the shares are not
   * negative and add up to 1. A mean over several features goes to each in proportion to how far
   * its value moved the mean of the wider group, in equal parts when none moved it.
   */
  public double[] shares(int column, Row row) {
    return cells[column].shares(row);
  }

  /** From the target's own unit to the scale of learning. */
  public double toTarget(double raw) {
    return target.toTarget(raw);
  }

  /** From the scale of learning to the target's own unit. */
  public double toRaw(double value) {
    return target.toRaw(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Encoder encoder
        && schema.equals(encoder.schema)
        && columns.equals(encoder.columns)
        && target == encoder.target;
  }

  @Override
  public int hashCode() {
    return Objects.hash(schema, columns, target);
  }
}
