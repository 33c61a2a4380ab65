package io.drivetrain.models.estimator;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks node by node that what it gets is a forest in preorder. */
final class TreeEnsembleBuilder implements TreeEnsemble.Builder {

  private static final int MAX_COLUMNS = TreeEnsemble.LEAF;
  private static final double COVER_TOLERANCE = 1e-6;

  private final int columns;
  private final Combination combination;

  private int nodes;
  private char[] features = new char[1024];
  private int[] right = new int[1024];
  private double[] values = new double[1024];
  private double[] covers = new double[1024];
  private byte[] kinds = new byte[1024];
  private final Map<CategorySet, Integer> sets = new LinkedHashMap<>();

  private int trees;
  private int[] roots = new int[64];

  /** The splits from the root to the next node, each with a child still to come. */
  private final int[] open = new int[TreeEnsemble.MAX_DEPTH];

  private int depth;
  private int greatestDepth;

  TreeEnsembleBuilder(int columns, Combination combination) {
    if (columns < 1 || columns > MAX_COLUMNS) {
      throw new IllegalArgumentException(
          columns + " columns: trees take 1 to " + MAX_COLUMNS + " of them");
    }
    this.columns = columns;
    this.combination = combination;
  }

  @Override
  public TreeEnsemble.Builder split(int feature, double threshold, double cover) {
    return split(SplitKind.MISSING_RIGHT, feature, threshold, cover);
  }

  @Override
  public TreeEnsemble.Builder splitMissingLeft(int feature, double threshold, double cover) {
    return split(SplitKind.MISSING_LEFT, feature, threshold, cover);
  }

  @Override
  public TreeEnsemble.Builder splitCategories(int feature, CategorySet left, double cover) {
    int place = sets.computeIfAbsent(left, _ -> sets.size());
    return split(SplitKind.CATEGORIES, feature, place, cover);
  }

  private TreeEnsemble.Builder split(SplitKind kind, int feature, double value, double cover) {
    if (feature < 0 || feature >= columns) {
      throw refused("splits on input " + feature + ", but there are " + columns);
    }
    if (depth == TreeEnsemble.MAX_DEPTH) {
      throw refused("is deeper than " + TreeEnsemble.MAX_DEPTH + " splits");
    }
    int node = add((char) feature, value, cover);
    kinds[node] = (byte) kind.ordinal();
    open[depth++] = node;
    greatestDepth = Math.max(greatestDepth, depth);
    return this;
  }

  @Override
  public TreeEnsemble.Builder leaf(double value, double cover) {
    add(TreeEnsemble.LEAF, value, cover);
    close();
    return this;
  }

  @Override
  public TreeEnsemble build() {
    if (depth > 0) {
      throw new IllegalArgumentException("the last tree lacks " + depth + " of its nodes at least");
    }
    if (trees == 0) {
      throw new IllegalArgumentException("there is no tree");
    }
    return new TreeEnsemble(
        columns,
        greatestDepth,
        combination,
        Arrays.copyOf(roots, trees),
        Arrays.copyOf(features, nodes),
        Arrays.copyOf(right, nodes),
        Arrays.copyOf(values, nodes),
        Arrays.copyOf(covers, nodes),
        Arrays.copyOf(kinds, nodes),
        List.copyOf(sets.keySet()));
  }

  private int add(char feature, double value, double cover) {
    if (!Double.isFinite(value)) {
      throw refused("has " + value + " for a threshold or value");
    }
    if (!(cover > 0) || Double.isInfinite(cover)) {
      throw refused("has cover " + cover + ", which must be above 0");
    }
    if (nodes == features.length) {
      grow();
    }
    int node = nodes++;
    features[node] = feature;
    values[node] = value;
    covers[node] = cover;
    place(node);
    return node;
  }

  /** Makes the node the root of a new tree or the child that its parent waits for. */
  private void place(int node) {
    if (depth == 0) {
      if (trees == roots.length) {
        roots = Arrays.copyOf(roots, trees * 2);
      }
      roots[trees++] = node;
    } else if (node != open[depth - 1] + 1) {
      right[open[depth - 1]] = node;
    }
  }

  /** After a leaf: goes up past every split whose right subtree is complete now. */
  private void close() {
    int child = nodes - 1;
    while (depth > 0 && isRight(child, open[depth - 1])) {
      child = open[--depth];
      checkCover(child);
    }
  }

  private boolean isRight(int child, int parent) {
    return right[parent] == child;
  }

  private void checkCover(int split) {
    double children = covers[split + 1] + covers[right[split]];
    if (Math.abs(children - covers[split]) > COVER_TOLERANCE * children) {
      throw new IllegalArgumentException(
          "node " + split + " has cover " + covers[split] + ", its children have " + children);
    }
  }

  private void grow() {
    int size = Math.multiplyExact(nodes, 2);
    features = Arrays.copyOf(features, size);
    right = Arrays.copyOf(right, size);
    values = Arrays.copyOf(values, size);
    covers = Arrays.copyOf(covers, size);
    kinds = Arrays.copyOf(kinds, size);
  }

  private IllegalArgumentException refused(String reason) {
    return new IllegalArgumentException("node " + nodes + " " + reason);
  }
}
