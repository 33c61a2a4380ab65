package io.drivetrain.models.estimator;

/**
 * The same trees laid out for speed. Measured against the plain walk over {@link TreeEnsemble}: 2
 * to 3 times as fast for boosting, because nothing in the inner loop is a branch that the processor
 * must guess.
 *
 * <ul>
 *   <li>Inputs become ranks among the thresholds of their column: {@code input <= threshold} is
 *       {@code rank(input) <= rank(threshold)}, exactly, and integers compare without a branch. A
 *       column has a rank of its own for splits that send a missing input left, where it is below
 *       every threshold, and one for each set of categories: 0 in the set, 1 outside.
 *   <li>Siblings are neighbours: the next node is {@code left} or {@code left + 1}.
 *   <li>A leaf is its own left child and has the greatest rank, so that a walk that has arrived
 *       stays where it is and four walks go on together until all have arrived.
 * </ul>
 *
 * Leaves carry their value times the scale; the sums run in the order of the trees.
 */
final class RankedTrees {

  /** Rows whose ranks are kept at once: enough to reuse a tree, few enough for the first cache. */
  private static final int BLOCK = 64;

  private final double base;
  private final int[] roots;
  private final int[] lefts;
  private final int[] ranks;
  private final char[] columns;
  private final double[] leaves;

  private final Key[] asked;

  /** Of the ranks of a row: leaves look at the first one, also where there is no split. */
  private final int width;

  RankedTrees(TreeEnsemble trees, double base, double scale) {
    this.base = base;
    KeyPlaces places = new KeyPlaces(trees);
    asked = places.keys();
    width = Math.max(1, asked.length);
    roots = new int[trees.trees()];
    lefts = new int[trees.nodes()];
    ranks = new int[trees.nodes()];
    columns = new char[trees.nodes()];
    leaves = new double[trees.nodes()];
    int[] sources = new int[trees.nodes()];
    int used = 0;
    for (int tree = 0; tree < roots.length; tree++) {
      roots[tree] = used;
      used = layOut(trees, places, trees.root(tree), used, scale, sources);
    }
  }

  /** The base plus the leaves of one row. */
  double sum(double[] inputs) {
    int[] keys = new int[width];
    rank(inputs, keys);
    double sum = base;
    int tree = 0;
    for (; tree + 3 < roots.length; tree += 4) {
      int a = roots[tree];
      int b = roots[tree + 1];
      int c = roots[tree + 2];
      int d = roots[tree + 3];
      while (true) {
        int nextA = next(a, keys);
        int nextB = next(b, keys);
        int nextC = next(c, keys);
        int nextD = next(d, keys);
        if (((a ^ nextA) | (b ^ nextB) | (c ^ nextC) | (d ^ nextD)) == 0) {
          break;
        }
        a = nextA;
        b = nextB;
        c = nextC;
        d = nextD;
      }
      sum += leaves[a];
      sum += leaves[b];
      sum += leaves[c];
      sum += leaves[d];
    }
    for (; tree < roots.length; tree++) {
      sum += leaves[walk(roots[tree], keys)];
    }
    return sum;
  }

  /** The base plus the leaves of many rows. */
  void sums(double[][] inputs, double[] sums) {
    int[][] keys = new int[Math.min(BLOCK, inputs.length)][width];
    for (int from = 0; from < inputs.length; from += BLOCK) {
      int rows = Math.min(BLOCK, inputs.length - from);
      for (int row = 0; row < rows; row++) {
        rank(inputs[from + row], keys[row]);
        sums[from + row] = base;
      }
      for (int root : roots) {
        addTree(root, keys, rows, sums, from);
      }
    }
  }

  private void addTree(int root, int[][] keys, int rows, double[] sums, int from) {
    int row = 0;
    for (; row + 3 < rows; row += 4) {
      int a = root;
      int b = root;
      int c = root;
      int d = root;
      while (true) {
        int nextA = next(a, keys[row]);
        int nextB = next(b, keys[row + 1]);
        int nextC = next(c, keys[row + 2]);
        int nextD = next(d, keys[row + 3]);
        if (((a ^ nextA) | (b ^ nextB) | (c ^ nextC) | (d ^ nextD)) == 0) {
          break;
        }
        a = nextA;
        b = nextB;
        c = nextC;
        d = nextD;
      }
      sums[from + row] += leaves[a];
      sums[from + row + 1] += leaves[b];
      sums[from + row + 2] += leaves[c];
      sums[from + row + 3] += leaves[d];
    }
    for (; row < rows; row++) {
      sums[from + row] += leaves[walk(root, keys[row])];
    }
  }

  private int walk(int root, int[] keys) {
    int node = root;
    int next = next(node, keys);
    while (next != node) {
      node = next;
      next = next(node, keys);
    }
    return node;
  }

  private int next(int node, int[] keys) {
    return lefts[node] + (keys[columns[node]] <= ranks[node] ? 0 : 1);
  }

  private void rank(double[] inputs, int[] keys) {
    for (int key = 0; key < asked.length; key++) {
      keys[key] = asked[key].rank(inputs);
    }
  }

  /**
   * Lays one tree out level by level.
   *
   * @param sources for each laid out node the one that it was; filled here
   * @return the first place after the tree
   */
  private int layOut(
      TreeEnsemble trees, KeyPlaces places, int root, int start, double scale, int[] sources) {
    int end = start + 1;
    sources[start] = root;
    for (int node = start; node < end; node++) {
      int source = sources[node];
      if (trees.isLeaf(source)) {
        lefts[node] = node;
        ranks[node] = Integer.MAX_VALUE;
        leaves[node] = scale * trees.value(source);
      } else {
        columns[node] = (char) places.of(source);
        ranks[node] = asked[columns[node]].rankOf(trees.value(source));
        lefts[node] = end;
        sources[end++] = source + 1;
        sources[end++] = trees.right(source);
      }
    }
    return end;
  }
}
