package io.drivetrain.models.schema;

import io.drivetrain.models.text.NumberText;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Typed values in the order of a schema's features; each may be missing. Made by {@link
 * FeatureSchema#read}, or a view of {@link RowColumns}. Asking for a missing value is a programming
 * error and throws {@link IllegalStateException}; asking for another type than the feature's,
 * {@link ClassCastException}. Rows of the same values are equal, however they are kept.
 */
public abstract sealed class Row permits ReadRow, ColumnRow {

  static final Object MISSING =
      new Object() {
        @Override
        public String toString() {
          return "";
        }
      };

  public abstract int size();

  public abstract boolean isMissing(int index);

  /** Double, String, Boolean, LocalDate or {@link #MISSING}. */
  abstract Object valueOrMissing(int index);

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
    Object value = valueOrMissing(index);
    return value == MISSING ? Optional.empty() : Optional.of(value);
  }

  /** The value as text: numbers without exponent, days as {@code yyyy-MM-dd}, "" when missing. */
  public String display(int index) {
    Object value = valueOrMissing(index);
    return value instanceof Double number ? NumberText.plain(number) : value.toString();
  }

  @Override
  public final boolean equals(Object other) {
    if (!(other instanceof Row row) || row.size() != size()) {
      return false;
    }
    for (int i = 0; i < size(); i++) {
      if (!valueOrMissing(i).equals(row.valueOrMissing(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public final int hashCode() {
    int hash = 1;
    for (int i = 0; i < size(); i++) {
      hash = 31 * hash + valueOrMissing(i).hashCode();
    }
    return hash;
  }

  @Override
  public final String toString() {
    return IntStream.range(0, size())
        .mapToObj(i -> valueOrMissing(i).toString())
        .collect(Collectors.joining(", ", "Row[", "]"));
  }

  private Object present(int index) {
    Object value = valueOrMissing(index);
    if (value == MISSING) {
      throw new IllegalStateException("the value at " + index + " is missing");
    }
    return value;
  }
}
