package io.drivetrain.pipeline.trainer.lightgbm;

/**
 * Hyper-parameters of LightGBM.
 *
 * @param trees how many, for each class where there are three or more; with early stopping the most
 * @param maxLeaves of a tree at most; 2 or more
 * @param maxDepth splits from root to leaf at most; 1 to 512
 * @param minLeafRows training rows in a leaf at least
 * @param learningRate share of each tree's advice that is taken; above 0, at most 1
 * @param subsample share of the rows that each tree sees; above 0, at most 1
 * @param columnShare share of the columns that each tree sees; above 0, at most 1
 * @param l2 penalty on the squared values of the leaves; 0 or more
 * @param maxBins values of a column that are told apart at most; 2 to 65535
 * @param earlyStopping rounds without progress on a tenth of the training rows after which no more
 *     trees are added; all rows are then learned with as many. 0 = all trees are made.
 */
public record LightGbmParameters(
    int trees,
    int maxLeaves,
    int maxDepth,
    int minLeafRows,
    double learningRate,
    double subsample,
    double columnShare,
    double l2,
    int maxBins,
    int earlyStopping) {

  static final LightGbmParameters DEFAULTS =
      new LightGbmParameters(500, 16, 8, 10, 0.05, 0.7, 0.8, 1, 255, 0);

  private static final int DEEPEST = 512;

  public LightGbmParameters {
    requireBetween("trees", 1, 100_000, trees);
    requireBetween("max_leaves", 2, 131_072, maxLeaves);
    requireBetween("max_depth", 1, DEEPEST, maxDepth);
    requireBetween("min_leaf_rows", 1, Integer.MAX_VALUE, minLeafRows);
    requireShare("learning_rate", learningRate);
    requireShare("subsample", subsample);
    requireShare("column_share", columnShare);
    if (!(l2 >= 0) || Double.isInfinite(l2)) {
      throw new IllegalArgumentException("l2 must be 0 or more, not " + l2);
    }
    requireBetween("max_bins", 2, 65_535, maxBins);
    requireBetween("early_stopping", 0, 100_000, earlyStopping);
  }

  /** Small trees: the size of an error is known far less well than the target itself. */
  static LightGbmParameters forErrors(int trees) {
    return new LightGbmParameters(trees, 8, 4, 20, 0.05, 0.5, 1, 1, 255, 0);
  }

  LightGbmParameters withTrees(int count) {
    return new LightGbmParameters(
        count,
        maxLeaves,
        maxDepth,
        minLeafRows,
        learningRate,
        subsample,
        columnShare,
        l2,
        maxBins,
        0);
  }

  private static void requireBetween(String name, int least, int most, int value) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be from %d to %d, not %d".formatted(name, least, most, value));
    }
  }

  private static void requireShare(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "%s must be above 0 and at most 1, not %s".formatted(name, value));
    }
  }
}
