package io.drivetrain.pipeline.trainer.liblinear;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Problem;
import io.drivetrain.pipeline.trainer.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows as liblinear takes them: what is not 0, by place from 1. The first place is 1 in every row,
 * for the intercept, so that liblinear adds in the order of a {@code LinearModel}.
 */
final class SparseRows {

  private SparseRows() {}

  static Problem problem(TrainingSet rows, Scaling scaling) {
    Problem problem = new Problem();
    problem.l = rows.rows();
    problem.n = rows.columns() + 1;
    problem.x = new Feature[rows.rows()][];
    problem.y = new double[rows.rows()];
    problem.bias = -1;
    int[] shifted =
        IntStream.range(0, rows.columns()).filter(column -> !scaling.keepsZero(column)).toArray();
    int[] next = {0};
    rows.forEachSparse((places, values, target) -> {
      problem.x[next[0]] = features(places, values, shifted, scaling);
      problem.y[next[0]++] = target;
    });
    return problem;
  }

  /**
   * @param shifted columns whose zeros do not stay 0, ascending
   */
  static Feature[] features(int[] places, double[] values, int[] shifted, Scaling scaling) {
    List<Feature> features = new ArrayList<>(places.length + shifted.length + 1);
    features.add(new FeatureNode(1, 1));
    int next = 0;
    for (int i = 0; i < places.length; i++) {
      while (next < shifted.length && shifted[next] < places[i]) {
        add(shifted[next], 0, scaling, features);
        next++;
      }
      next += next < shifted.length && shifted[next] == places[i] ? 1 : 0;
      add(places[i], values[i], scaling, features);
    }
    for (; next < shifted.length; next++) {
      add(shifted[next], 0, scaling, features);
    }
    return features.toArray(Feature[]::new);
  }

  private static void add(int column, double input, Scaling scaling, List<Feature> features) {
    double value = scaling.scaled(input, column);
    if (value != 0) {
      features.add(new FeatureNode(column + 2, value));
    }
  }
}
