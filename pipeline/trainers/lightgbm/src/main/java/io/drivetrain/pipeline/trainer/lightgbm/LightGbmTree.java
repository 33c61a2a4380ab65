package io.drivetrain.pipeline.trainer.lightgbm;

import io.drivetrain.models.estimator.CategorySet;
import io.drivetrain.models.estimator.TreeEnsemble;
import java.util.Arrays;
import java.util.Map;

/**
 * One tree as LightGBM writes it, with the meaning that {@code Tree::Decision} of its {@code
 * tree.h} gives the fields: children below 0 are leaves, {@code ~child}; bit 0 of a decision is "by
 * category", bit 1 "missing goes left", bits 2 and 3 are what counts as missing.
 */
final class LightGbmTree {
  private static final int CATEGORICAL = 1;
  private static final int DEFAULT_LEFT = 2;
  private static final int MISSING_NONE = 0;
  private static final int MISSING_NAN = 2;

  private final int[] features;
  private final double[] thresholds;
  private final int[] decisions;
  private final int[] left;
  private final int[] right;
  private final double[] leaves;
  private final double[] counts;
  private final int[] setBegins;
  private final long[] setWords;

  private LightGbmTree(Map<String, String> fields) {
    leaves = doubles(fields, "leaf_value");
    counts = fields.containsKey("leaf_count") ? doubles(fields, "leaf_count") : new double[0];
    features = integers(fields, "split_feature");
    thresholds = doubles(fields, "threshold");
    decisions = integers(fields, "decision_type");
    left = integers(fields, "left_child");
    right = integers(fields, "right_child");
    setBegins = integers(fields, "cat_boundaries");
    setWords = Arrays.stream(words(fields, "cat_threshold")).mapToLong(Long::parseLong).toArray();
  }

  static LightGbmTree of(Map<String, String> fields) {
    return new LightGbmTree(fields);
  }

  void addTo(TreeEnsemble.Builder builder) {
    if (features.length == 0) {
      builder.leaf(leaves[0], 1);
    } else {
      add(0, builder);
    }
  }

  private void add(int node, TreeEnsemble.Builder builder) {
    if (node < 0) {
      builder.leaf(leaves[~node], cover(node));
      return;
    }
    if ((decisions[node] & CATEGORICAL) != 0) {
      builder.splitCategories(features[node], set((int) thresholds[node]), cover(node));
    } else if (missingGoesLeft(node)) {
      builder.splitMissingLeft(features[node], thresholds[node], cover(node));
    } else {
      builder.split(features[node], thresholds[node], cover(node));
    }
    add(left[node], builder);
    add(right[node], builder);
  }

  /** A column without missing values in training takes a missing one for 0. */
  private boolean missingGoesLeft(int node) {
    return switch (decisions[node] >> 2 & 3) {
      case MISSING_NONE -> 0 <= thresholds[node];
      case MISSING_NAN -> (decisions[node] & DEFAULT_LEFT) != 0;
      default ->
          throw new IllegalStateException("zeros are not missing, but LightGBM took them so");
    };
  }

  /** Words of 32 bits as words of 64. */
  private CategorySet set(int place) {
    int begin = setBegins[place];
    int count = setBegins[place + 1] - begin;
    long[] words = new long[(count + 1) / 2];
    for (int i = 0; i < count; i++) {
      words[i / 2] |= setWords[begin + i] << 32 * (i % 2);
    }
    return CategorySet.ofWords(words);
  }

  /** Counted from the leaves: LightGBM's counts of splits are estimates where rows have weights. */
  private double cover(int node) {
    return node < 0 ? Math.max(1, counts[~node]) : cover(left[node]) + cover(right[node]);
  }

  private static int[] integers(Map<String, String> fields, String name) {
    return Arrays.stream(words(fields, name)).mapToInt(Integer::parseInt).toArray();
  }

  private static double[] doubles(Map<String, String> fields, String name) {
    return Arrays.stream(words(fields, name)).mapToDouble(LightGbmTree::number).toArray();
  }

  /** A split that parts missing values from all others is at infinity. */
  private static double number(String word) {
    return switch (word) {
      case "inf" -> Double.MAX_VALUE;
      case "-inf" -> -Double.MAX_VALUE;
      default -> Double.parseDouble(word);
    };
  }

  private static String[] words(Map<String, String> fields, String name) {
    String text = fields.getOrDefault(name, "").strip();
    return text.isEmpty() ? new String[0] : text.split(" +");
  }
}
