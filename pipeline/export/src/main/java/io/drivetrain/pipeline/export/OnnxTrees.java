package io.drivetrain.pipeline.export;

import ai.onnx.proto.OnnxMl.NodeProto;
import io.drivetrain.models.estimator.CategorySet;
import io.drivetrain.models.estimator.SplitKind;
import io.drivetrain.models.estimator.TreeEnsemble;
import java.util.stream.DoubleStream;

/**
 * Trees as ONNX's operator {@code TreeEnsemble} (ai.onnx.ml 5) has them: splits and leaves stand in
 * lists of their own. Its thresholds, weights and sums are doubles, its modes {@code BRANCH_LEQ}
 * and {@code BRANCH_MEMBER} are ours; where a missing input goes is said split by split. Codes of
 * categories must be whole, as encoders make them.
 */
final class OnnxTrees {

  private static final int SUM = 1;
  private static final byte BRANCH_LEQ = 0;
  private static final byte BRANCH_MEMBER = 6;

  private final TreeEnsemble trees;

  /** For each of our nodes its place among the splits or among the leaves. */
  private final int[] places;

  private final long[] roots;
  private final long[] features;
  private final double[] thresholds;
  private final byte[] modes;
  private final long[] missingLeft;
  private final DoubleStream.Builder members = DoubleStream.builder();
  private final Branch left;
  private final Branch right;
  private final double[] weights;
  private int splits;
  private int leaves;

  private OnnxTrees(TreeEnsemble trees, double scale) {
    this.trees = trees;
    places = new int[trees.nodes()];
    roots = new long[trees.trees()];
    countPlaces();
    features = new long[splits];
    thresholds = new double[splits];
    modes = new byte[splits];
    missingLeft = new long[splits];
    left = new Branch(splits);
    right = new Branch(splits);
    weights = new double[leaves];
    for (int node = 0; node < trees.nodes(); node++) {
      if (trees.isLeaf(node)) {
        weights[places[node]] = scale * trees.value(node);
      } else {
        fill(places[node], node);
      }
    }
    fillRoots();
  }

  /**
   * @param scale of the values of the leaves
   */
  static NodeProto.Builder node(TreeEnsemble trees, double scale, String input, String output) {
    return new OnnxTrees(trees, scale).node().setName(output).addInput(input).addOutput(output);
  }

  private void countPlaces() {
    for (int node = 0; node < trees.nodes(); node++) {
      places[node] = trees.isLeaf(node) ? leaves++ : splits++;
    }
    // The operator begins every tree with a split: a lone leaf gets one that always leads to it.
    for (int tree = 0; tree < roots.length; tree++) {
      int root = trees.root(tree);
      roots[tree] = trees.isLeaf(root) ? splits++ : places[root];
    }
  }

  private void fill(int split, int node) {
    features[split] = trees.feature(node);
    switch (trees.kind(node)) {
      case MISSING_RIGHT, MISSING_LEFT -> {
        modes[split] = BRANCH_LEQ;
        thresholds[split] = trees.value(node);
        missingLeft[split] = trees.kind(node) == SplitKind.MISSING_LEFT ? 1 : 0;
      }
      case CATEGORIES -> {
        modes[split] = BRANCH_MEMBER;
        addMembers(trees.set(node));
      }
    }
    left.set(split, node + 1);
    right.set(split, trees.right(node));
  }

  /** The members of a set, and NaN behind the last one. */
  private void addMembers(CategorySet set) {
    for (int code : set.codes()) {
      members.add(code);
    }
    members.add(Double.NaN);
  }

  private void fillRoots() {
    for (int tree = 0; tree < roots.length; tree++) {
      int root = trees.root(tree);
      if (trees.isLeaf(root)) {
        left.set((int) roots[tree], root);
        right.set((int) roots[tree], root);
      }
    }
  }

  private NodeProto.Builder node() {
    NodeProto.Builder node = plainNode();
    double[] sets = members.build().toArray();
    if (sets.length > 0) {
      node.addAttribute(OnnxAttributes.of("membership_values", OnnxAttributes.doubles(sets)));
    }
    return node;
  }

  private NodeProto.Builder plainNode() {
    return NodeProto.newBuilder()
        .setOpType("TreeEnsemble")
        .setDomain(OnnxGraph.ML)
        .addAttribute(OnnxAttributes.of("n_targets", 1))
        .addAttribute(OnnxAttributes.of("aggregate_function", SUM))
        .addAttribute(OnnxAttributes.of("post_transform", 0))
        .addAttribute(OnnxAttributes.of("tree_roots", roots))
        .addAttribute(OnnxAttributes.of("nodes_modes", OnnxAttributes.bytes(modes)))
        .addAttribute(OnnxAttributes.of("nodes_featureids", features))
        .addAttribute(OnnxAttributes.of("nodes_missing_value_tracks_true", missingLeft))
        .addAttribute(OnnxAttributes.of("nodes_splits", OnnxAttributes.doubles(thresholds)))
        .addAttribute(OnnxAttributes.of("nodes_truenodeids", left.nodes))
        .addAttribute(OnnxAttributes.of("nodes_trueleafs", left.leafs))
        .addAttribute(OnnxAttributes.of("nodes_falsenodeids", right.nodes))
        .addAttribute(OnnxAttributes.of("nodes_falseleafs", right.leafs))
        .addAttribute(OnnxAttributes.of("leaf_targetids", new long[leaves]))
        .addAttribute(OnnxAttributes.of("leaf_weights", OnnxAttributes.doubles(weights)));
  }

  /** Where the splits lead on one side. */
  private final class Branch {
    private final long[] nodes;
    private final long[] leafs;

    Branch(int splits) {
      nodes = new long[splits];
      leafs = new long[splits];
    }

    void set(int split, int child) {
      nodes[split] = places[child];
      leafs[split] = trees.isLeaf(child) ? 1 : 0;
    }
  }
}
