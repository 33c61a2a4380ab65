package io.drivetrain.models.schema;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * Typed values in the order of a schema's features; each may be missing. Made by {@link
 * FeatureSchema#read}. Asking for a missing value is a programming error and throws {@link
 * IllegalStateException}; asking for another type than the feature's, {@link ClassCastException}.
 */
public final class Row {

  static final Object MISSING =
      new Object() {
        @Override
        public String toString() {
          return "";
        }
      };

  /** Double, String, Boolean, LocalDate or {@link #MISSING}; owned by this row. */
  private final Object[] values;

  Row(Object[] values) {
    this.values = values;
  }

  public int size() {
    return values.length;
  }

  public boolean isMissing(int index) {
    return values[index] == MISSING;
  }

  /** The value of a numeric feature. */
  public double number(int index) {
    return (Double) present(index);
  }

  /** The value of a categorical or text feature. */
  public String string(int index) {
    return (String) present(index);
  }

  /** The value of a boolean feature. */
  public boolean flag(int index) {
    return (Boolean) present(index);
  }

  /** The value of a date feature. */
  public LocalDate date(int index) {
    return (LocalDate) present(index);
  }

  /** The value whatever its type: Double, String, Boolean or LocalDate; empty when missing. */
  public Optional<Object> value(int index) {
    return isMissing(index) ? Optional.empty() : Optional.of(values[index]);
  }

  /** The value as text: numbers without exponent, days as {@code yyyy-MM-dd}, "" when missing. */
  public String display(int index) {
    return values[index] instanceof Double number ? NumberText.plain(number) : values[index] + "";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Row row && Arrays.equals(values, row.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Row" + Arrays.toString(values);
  }

  private Object present(int index) {
    if (values[index] == MISSING) {
      throw new IllegalStateException("the value at " + index + " is missing");
    }
    return values[index];
  }
}
