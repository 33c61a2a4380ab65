package io.drivetrain.models.encoding;

import java.util.Arrays;

/**
 * The inputs of a row that are not 0.
 *
 * @param places ascending
 * @param values one for each place
 */
public record SparseRow(int[] places, double[] values) {

  /** Takes inputs in ascending order of their places. */
  static final class Builder {
    private int[] places = new int[16];
    private double[] values = new double[16];
    private int size;

    void add(int place, double value) {
      if (value == 0) {
        return;
      }
      if (size == places.length) {
        places = Arrays.copyOf(places, size * 2);
        values = Arrays.copyOf(values, size * 2);
      }
      places[size] = place;
      values[size++] = value;
    }

    SparseRow build() {
      return new SparseRow(Arrays.copyOf(places, size), Arrays.copyOf(values, size));
    }
  }

  /** With another value at one place. */
  SparseRow with(int place, double value) {
    Builder builder = new Builder();
    int next = 0;
    while (next < places.length && places[next] < place) {
      builder.add(places[next], values[next++]);
    }
    builder.add(place, value);
    next += next < places.length && places[next] == place ? 1 : 0;
    while (next < places.length) {
      builder.add(places[next], values[next++]);
    }
    return builder.build();
  }

  /** Writes all inputs, also those that are 0. */
  public void copy(double[] inputs) {
    Arrays.fill(inputs, 0);
    for (int i = 0; i < places.length; i++) {
      inputs[places[i]] = values[i];
    }
  }
}
