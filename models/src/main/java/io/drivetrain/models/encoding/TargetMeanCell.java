package io.drivetrain.models.encoding;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Row;
import java.util.Arrays;
import java.util.function.Function;

/** Walks from the mean of all rows to the narrowest group that training knew. */
final class TargetMeanCell implements Cell {

  private final MeanNode root;
  private final int[] places;
  private final Function<Row, String>[] groups;

  @SuppressWarnings({"unchecked", "rawtypes"})
  TargetMeanCell(TargetMeanColumn column, FeatureSchema schema) {
    root = column.means();
    places = column.features().stream().mapToInt(name -> Places.of(name, schema)).toArray();
    groups =
        column.features().stream().map(name -> Places.group(name, schema)).toArray(Function[]::new);
  }

  @Override
  public double encode(Row row) {
    MeanNode node = root;
    for (int level = 0; level < places.length; level++) {
      MeanNode next = next(node, level, row);
      if (next == node) {
        return node.mean();
      }
      node = next;
    }
    return node.mean();
  }

  @Override
  public double[] shares(Row row) {
    double[] moves = new double[places.length];
    MeanNode node = root;
    double sum = 0;
    for (int level = 0; level < places.length; level++) {
      MeanNode next = next(node, level, row);
      moves[level] = Math.abs(next.mean() - node.mean());
      sum += moves[level];
      if (next == node) {
        break;
      }
      node = next;
    }
    if (sum == 0) {
      Arrays.fill(moves, 1.0 / moves.length);
      return moves;
    }
    for (int level = 0; level < moves.length; level++) {
      moves[level] /= sum;
    }
    return moves;
  }

  /** The narrower group of the row, or the same node where training knew none. */
  private MeanNode next(MeanNode node, int level, Row row) {
    MeanNode next =
        row.isMissing(places[level])
            ? node.missing()
            : node.children().get(groups[level].apply(row));
    return next == null ? node : next;
  }
}
