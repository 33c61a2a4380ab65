package io.drivetrain.pipeline.learning.data;

import io.drivetrain.models.schema.RowColumns;
import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/** Examples that are kept in columns: one is made when it is asked for. */
final class Examples extends AbstractList<Example> implements RandomAccess {
  private final RowColumns rows;
  private final long[] lines;
  private final double[] targets;
  private final int[] places;

  private Examples(RowColumns rows, long[] lines, double[] targets, int[] places) {
    this.rows = rows;
    this.lines = lines;
    this.targets = targets;
    this.places = places;
  }

  /** All rows, each with its line and its target. */
  static Examples of(RowColumns rows, long[] lines, double[] targets) {
    return new Examples(rows, lines, targets, IntStream.range(0, rows.size()).toArray());
  }

  /** Those at some places, in that order. */
  Examples at(int[] some) {
    return new Examples(rows, lines, targets, some);
  }

  @Override
  public Example get(int index) {
    int place = places[index];
    return new Example(lines[place], rows.get(place), targets[place]);
  }

  @Override
  public int size() {
    return places.length;
  }
}
