package io.drivetrain.models.schema;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The values of one feature in many rows, as primitives where there are some. */
sealed interface ValueColumn {

  static ValueColumn of(Feature feature, int rows) {
    return switch (feature) {
      case NumericFeature _ -> new Numbers(rows);
      case CategoricalFeature _, TextFeature _ -> new Texts(rows);
      case BooleanFeature _ -> new Flags(rows);
      case DateFeature _ -> new Days(rows);
    };
  }

  boolean isMissing(int row);

  /** The value of a row that has one. */
  Object value(int row);

  void set(int row, Object value);

  /** A number of a row is finite, so that NaN is free to stand for none. */
  final class Numbers implements ValueColumn {
    private final double[] numbers;

    Numbers(int rows) {
      numbers = new double[rows];
      Arrays.fill(numbers, Double.NaN);
    }

    double number(int row) {
      return numbers[row];
    }

    @Override
    public boolean isMissing(int row) {
      return Double.isNaN(numbers[row]);
    }

    @Override
    public Object value(int row) {
      return numbers[row];
    }

    @Override
    public void set(int row, Object value) {
      numbers[row] = (Double) value;
    }
  }

  /** Columns repeat few texts many times: each is kept once. */
  final class Texts implements ValueColumn {
    private final String[] texts;
    private final Map<String, String> known = new HashMap<>();

    Texts(int rows) {
      texts = new String[rows];
    }

    @Override
    public boolean isMissing(int row) {
      return texts[row] == null;
    }

    @Override
    public Object value(int row) {
      return texts[row];
    }

    @Override
    public void set(int row, Object value) {
      texts[row] = known.computeIfAbsent((String) value, text -> text);
    }
  }

  final class Flags implements ValueColumn {
    private static final byte MISSING = -1;

    private final byte[] flags;

    Flags(int rows) {
      flags = new byte[rows];
      Arrays.fill(flags, MISSING);
    }

    @Override
    public boolean isMissing(int row) {
      return flags[row] == MISSING;
    }

    @Override
    public Object value(int row) {
      return flags[row] == 1;
    }

    @Override
    public void set(int row, Object value) {
      flags[row] = (byte) ((Boolean) value ? 1 : 0);
    }
  }

  final class Days implements ValueColumn {
    private static final int MISSING = Integer.MIN_VALUE;

    private final int[] days;

    Days(int rows) {
      days = new int[rows];
      Arrays.fill(days, MISSING);
    }

    @Override
    public boolean isMissing(int row) {
      return days[row] == MISSING;
    }

    @Override
    public Object value(int row) {
      return LocalDate.ofEpochDay(days[row]);
    }

    @Override
    public void set(int row, Object value) {
      days[row] = Math.toIntExact(((LocalDate) value).toEpochDay());
    }
  }
}
