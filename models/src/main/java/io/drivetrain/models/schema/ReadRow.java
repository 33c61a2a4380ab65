package io.drivetrain.models.schema;

/** A row that was read by itself. */
final class ReadRow extends Row {
  private final Object[] values;

  /**
   * @param values Double, String, Boolean, LocalDate or {@link #MISSING}; owned by this row
   */
  ReadRow(Object[] values) {
    this.values = values;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public boolean isMissing(int index) {
    return values[index] == MISSING;
  }

  @Override
  Object valueOrMissing(int index) {
    return values[index];
  }
}
