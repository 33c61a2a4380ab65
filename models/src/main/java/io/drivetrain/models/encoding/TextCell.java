package io.drivetrain.models.encoding;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Looks the terms of a text up. */
final class TextCell implements Cell {
  private final TextColumn column;
  private final int at;
  private final Map<String, Integer> places = new HashMap<>();
  private final double[] weights;

  TextCell(TextColumn column, FeatureSchema schema) {
    this.column = column;
    this.at = Places.text(column.feature(), schema);
    this.weights = column.weights().stream().mapToDouble(Double::doubleValue).toArray();
    column.terms().forEach(term -> places.put(term, places.size()));
  }

  @Override
  public int width() {
    return weights.length;
  }

  @Override
  public double encode(Row row) {
    throw new IllegalStateException("a text has many inputs");
  }

  /** In the order of the terms: the sum below depends on it. */
  @Override
  public void encode(Row row, int offset, SparseRow.Builder out) {
    if (row.isMissing(at)) {
      return;
    }
    Map<Integer, Double> values = new TreeMap<>();
    column
        .grams()
        .count(row.string(at), column.from(), column.to())
        .forEach((term, count) -> {
          Integer place = places.get(term);
          if (place != null) {
            values.put(place, (1 + StrictMath.log(count)) * weights[place]);
          }
        });
    double squares = 0;
    for (double value : values.values()) {
      squares += value * value;
    }
    double length = Math.sqrt(squares);
    values.forEach((place, value) -> out.add(offset + place, value / length));
  }
}
