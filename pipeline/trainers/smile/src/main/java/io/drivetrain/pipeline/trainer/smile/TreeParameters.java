package io.drivetrain.pipeline.trainer.smile;

/**
 * Hyper-parameters of tree ensembles.
 *
 * @param trees how many
 * @param maxDepth splits from root to leaf at most; 2 or more
 * @param maxNodes leaves of a tree at most
 * @param nodeSize a node with fewer rows than twice this is not split
 * @param shrinkage share of each tree's advice that boosting takes; above 0, at most 1
 * @param subsample share of the rows that each tree sees; above 0, at most 1
 * @param columnsPerSplit how many columns a forest tries at a split, at random; 0 = a third of them
 */
public record TreeParameters(
    int trees,
    int maxDepth,
    int maxNodes,
    int nodeSize,
    double shrinkage,
    double subsample,
    int columnsPerSplit) {

  static final TreeParameters DEFAULTS = new TreeParameters(500, 8, 16, 5, 0.05, 0.7, 0);

  public TreeParameters {
    requireAtLeast("trees", 1, trees);
    requireAtLeast("max_depth", 2, maxDepth);
    requireAtLeast("max_nodes", 2, maxNodes);
    requireAtLeast("node_size", 1, nodeSize);
    requireAtLeast("columns_per_split", 0, columnsPerSplit);
    requireShare("shrinkage", shrinkage);
    requireShare("subsample", subsample);
  }

  /** Small trees: the size of an error is known far less well than the target itself. */
  static TreeParameters forErrors(int trees) {
    return new TreeParameters(trees, 4, 8, 20, 0.05, 0.5, 0);
  }

  private static void requireAtLeast(String name, int least, int value) {
    if (value < least) {
      throw new IllegalArgumentException(
          "%s must be at least %d, not %d".formatted(name, least, value));
    }
  }

  private static void requireShare(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "%s must be above 0 and at most 1, not %s".formatted(name, value));
    }
  }
}
