package io.drivetrain.models.schema;

/** A view of one of many rows that are kept in columns. */
final class ColumnRow extends Row {
  private final ValueColumn[] columns;
  private final int row;

  ColumnRow(ValueColumn[] columns, int row) {
    this.columns = columns;
    this.row = row;
  }

  @Override
  public int size() {
    return columns.length;
  }

  @Override
  public boolean isMissing(int index) {
    return columns[index].isMissing(row);
  }

  /** Numbers are what is asked for most often: without a box around each. */
  @Override
  public double number(int index) {
    return columns[index] instanceof ValueColumn.Numbers numbers && !numbers.isMissing(row)
        ? numbers.number(row)
        : super.number(index);
  }

  @Override
  Object valueOrMissing(int index) {
    return columns[index].isMissing(row) ? MISSING : columns[index].value(row);
  }
}
