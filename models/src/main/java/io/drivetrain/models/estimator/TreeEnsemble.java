package io.drivetrain.models.estimator;

import java.util.Arrays;
import java.util.List;

/**
 * A tree ensemble with one score in flat arrays. At a split a row goes left if its input is at most
 * the threshold ({@code <=}, both doubles), else right; NaN, a missing input, goes where the {@link
 * SplitKind} says. A split may also ask for a set of categories. Immutable, safe for any number of
 * threads.
 *
 * <p>Nodes stand in preorder, tree after tree: the left child of node {@code i} is {@code i + 1},
 * the right one follows the left one's subtree.
 */
public final class TreeEnsemble implements Estimator {

  /** No tree may be deeper: explanation recurses as deep as the tree. */
  public static final int MAX_DEPTH = 512;

  /** Stands for "leaf" in the feature of a node. */
  static final char LEAF = 0xFFFF;

  private static final SplitKind[] KINDS = SplitKind.values();

  private final int columns;
  private final int depth;
  private final Combination combination;
  private final int[] roots;
  private final char[] features;
  private final int[] right;
  private final double[] values;
  private final double[] covers;
  private final byte[] kinds;
  private final List<CategorySet> sets;
  private final double meanScore;
  private final RankedTrees ranked;

  /** Owns the arrays; they must come from {@link TreeEnsembleBuilder}, which checks them. */
  TreeEnsemble(
      int columns,
      int depth,
      Combination combination,
      int[] roots,
      char[] features,
      int[] right,
      double[] values,
      double[] covers,
      byte[] kinds,
      List<CategorySet> sets) {
    this.columns = columns;
    this.depth = depth;
    this.combination = combination;
    this.roots = roots;
    this.features = features;
    this.right = right;
    this.values = values;
    this.covers = covers;
    this.kinds = kinds;
    this.sets = List.copyOf(sets);
    this.meanScore = combine(expectations());
    this.ranked =
        switch (combination) {
          case Combination.Sum(double base, double scale) -> new RankedTrees(this, base, scale);
          case Combination.Mean _ -> new RankedTrees(this, 0, 1);
        };
  }

  /**
   * @param columns number of inputs, 1 to 65535
   */
  public static Builder builder(int columns, Combination combination) {
    return new TreeEnsembleBuilder(columns, combination);
  }

  /** Takes the nodes of the trees, one tree after the other, each in preorder. */
  public sealed interface Builder permits TreeEnsembleBuilder {

    /**
     * A split that sends {@code input <= threshold} left. Its left subtree follows, then its right
     * one.
     *
     * @param feature index of the input
     * @param cover weight of the training rows that came here, above 0; that of both children
     *     together, within a millionth
     */
    Builder split(int feature, double threshold, double cover);

    /** As {@link #split(int, double, double)}; a missing input goes left too. */
    Builder splitMissingLeft(int feature, double threshold, double cover);

    /** A split that sends the categories of a set left, everything else right. */
    Builder splitCategories(int feature, CategorySet left, double cover);

    /** As {@link #split}, for libraries that send {@code input < threshold} left. */
    default Builder splitBelow(int feature, double threshold, double cover) {
      return split(feature, Math.nextDown(threshold), cover);
    }

    /**
     * @param cover weight of the training rows that came here, above 0
     */
    Builder leaf(double value, double cover);

    /**
     * @throws IllegalArgumentException when the last tree is not complete or there is none
     */
    TreeEnsemble build();
  }

  @Override
  public int columns() {
    return columns;
  }

  /** One: an ensemble is a regression. */
  @Override
  public int outputs() {
    return 1;
  }

  public Combination combination() {
    return combination;
  }

  /** The most splits on the way to a leaf; 0 when every tree is a leaf. */
  public int depth() {
    return depth;
  }

  public int trees() {
    return roots.length;
  }

  public int nodes() {
    return features.length;
  }

  /** The node with which a tree begins. */
  public int root(int tree) {
    return roots[tree];
  }

  public boolean isLeaf(int node) {
    return features[node] == LEAF;
  }

  /** The input that a split looks at. */
  public int feature(int node) {
    return features[node];
  }

  /** The right child of a split; the left one is {@code node + 1}. */
  public int right(int node) {
    return right[node];
  }

  /** What a split asks of its input. */
  public SplitKind kind(int node) {
    return KINDS[kinds[node]];
  }

  /** What a split of kind {@link SplitKind#CATEGORIES} sends left. */
  public CategorySet set(int node) {
    return sets.get((int) values[node]);
  }

  /** All sets of categories, in the order of their first splits; each of them once. */
  public List<CategorySet> sets() {
    return sets;
  }

  /** Whether a row with this input goes left at a split. */
  public boolean goesLeft(int node, double input) {
    return switch (kind(node)) {
      case MISSING_RIGHT -> input <= values[node];
      case MISSING_LEFT -> !(input > values[node]);
      case CATEGORIES -> set(node).contains(input);
    };
  }

  /**
   * The threshold of a split, or the place of its set in {@link #sets}; the value of a leaf before
   * any scale.
   */
  public double value(int node) {
    return values[node];
  }

  /** The weight of the training rows that came to the node. */
  public double cover(int node) {
    return covers[node];
  }

  @Override
  public double score(double[] inputs) {
    return divide(ranked.sum(inputs));
  }

  @Override
  public void score(double[][] inputs, double[] out) {
    ranked.sums(inputs, out);
    for (int i = 0; i < inputs.length; i++) {
      out[i] = divide(out[i]);
    }
  }

  @Override
  public void scores(double[] inputs, double[] out) {
    out[0] = score(inputs);
  }

  /**
   * The mean score over the rows that the trees were trained on, as the covers of the nodes tell
   * it.
   */
  public double meanScore() {
    return meanScore;
  }

  /** Bounded by the leaves, whatever the inputs are. */
  @Override
  public double greatestScore(double[] greatestInputs) {
    double[] greatest = new double[nodes()];
    for (int node = nodes() - 1; node >= 0; node--) {
      greatest[node] =
          isLeaf(node)
              ? Math.abs(values[node])
              : Math.max(greatest[node + 1], greatest[right[node]]);
    }
    double sum = 0;
    for (int root : roots) {
      sum += greatest[root];
    }
    return switch (combination) {
      case Combination.Sum(double base, double scale) -> Math.abs(base) + Math.abs(scale) * sum;
      case Combination.Mean _ -> sum;
    };
  }

  private double divide(double sum) {
    return switch (combination) {
      case Combination.Sum _ -> sum;
      case Combination.Mean _ -> sum / roots.length;
    };
  }

  /** For each node the mean of its leaves, weighted by their covers. */
  private double[] expectations() {
    double[] expected = values.clone();
    for (int node = nodes() - 1; node >= 0; node--) {
      if (!isLeaf(node)) {
        int left = node + 1;
        double leftShare = covers[left] / (covers[left] + covers[right[node]]);
        expected[node] = leftShare * expected[left] + (1 - leftShare) * expected[right[node]];
      }
    }
    return expected;
  }

  /** The score of a row that is at these values at the roots. */
  private double combine(double[] byNode) {
    double sum = 0;
    for (int root : roots) {
      sum += byNode[root];
    }
    return switch (combination) {
      case Combination.Sum(double base, double scale) -> base + scale * sum;
      case Combination.Mean _ -> sum / roots.length;
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TreeEnsemble trees
        && columns == trees.columns
        && combination.equals(trees.combination)
        && Arrays.equals(roots, trees.roots)
        && Arrays.equals(features, trees.features)
        && Arrays.equals(right, trees.right)
        && Arrays.equals(values, trees.values)
        && Arrays.equals(covers, trees.covers)
        && Arrays.equals(kinds, trees.kinds)
        && sets.equals(trees.sets);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + Arrays.hashCode(features);
  }

  @Override
  public String toString() {
    return "TreeEnsemble[" + trees() + " trees, " + nodes() + " nodes, " + combination + "]";
  }
}
