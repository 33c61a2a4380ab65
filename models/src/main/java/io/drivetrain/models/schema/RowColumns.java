package io.drivetrain.models.schema;

import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * Many rows of a schema, kept in columns: some bytes for each value. A row of the list is a view,
 * made when it is asked for. Filled once, by one thread, before others read it.
 */
public final class RowColumns extends AbstractList<Row> implements RandomAccess {
  private final ValueColumn[] columns;
  private final int rows;

  /**
   * Rows without values.
   *
   * @param rows how many
   */
  public RowColumns(FeatureSchema schema, int rows) {
    this.columns =
        schema.features().stream()
            .map(feature -> ValueColumn.of(feature, rows))
            .toArray(ValueColumn[]::new);
    this.rows = rows;
  }

  /**
   * Puts a value in its place.
   *
   * @param value of the feature's type as {@link Row#value} gives it: a finite Double, a String, a
   *     Boolean or a LocalDate
   */
  public void set(int row, int feature, Object value) {
    columns[feature].set(row, value);
  }

  @Override
  public Row get(int row) {
    if (row < 0 || row >= rows) {
      throw new IndexOutOfBoundsException("row " + row + " of " + rows);
    }
    return new ColumnRow(columns, row);
  }

  @Override
  public int size() {
    return rows;
  }
}
