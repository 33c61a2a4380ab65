package io.drivetrain.models;

import io.drivetrain.models.estimator.CategorySet;
import io.drivetrain.models.estimator.Combination;
import io.drivetrain.models.estimator.TreeEnsemble;
import java.util.Random;

/** Random ensembles with consistent covers, and random rows for them. */
public final class RandomTrees {

  /** Few, so that rows hit thresholds exactly and features repeat on a path. */
  private static final int GRID = 8;

  private final Random random;
  private final int columns;
  private final boolean everyKind;

  public RandomTrees(long seed, int columns) {
    this(seed, columns, false);
  }

  private RandomTrees(long seed, int columns, boolean everyKind) {
    this.random = new Random(seed);
    this.columns = columns;
    this.everyKind = everyKind;
  }

  /** With splits of every kind, on rows that have missing values and categories. */
  public static RandomTrees ofEveryKind(long seed, int columns) {
    return new RandomTrees(seed, columns, true);
  }

  public TreeEnsemble trees(int trees, int leaves, Combination combination) {
    TreeEnsemble.Builder builder = TreeEnsemble.builder(columns, combination);
    for (int tree = 0; tree < trees; tree++) {
      subtree(builder, leaves, leaves * 10);
    }
    return builder.build();
  }

  public double[] row() {
    double[] row = new double[columns];
    for (int i = 0; i < columns; i++) {
      row[i] = random.nextBoolean() ? gridPoint() : random.nextDouble();
      if (everyKind && random.nextInt(3) == 0) {
        row[i] = random.nextBoolean() ? Double.NaN : random.nextInt(200) - 10;
      }
    }
    return row;
  }

  public double[][] rows(int count) {
    double[][] rows = new double[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = row();
    }
    return rows;
  }

  private void subtree(TreeEnsemble.Builder builder, int leaves, int cover) {
    if (leaves == 1) {
      builder.leaf(random.nextGaussian(), cover);
      return;
    }
    int left = 1 + random.nextInt(leaves - 1);
    int leftCover = left + random.nextInt(cover - leaves + 1);
    split(builder, cover);
    subtree(builder, left, leftCover);
    subtree(builder, leaves - left, cover - leftCover);
  }

  private void split(TreeEnsemble.Builder builder, int cover) {
    int feature = random.nextInt(columns);
    switch (everyKind ? random.nextInt(3) : 0) {
      case 0 -> builder.split(feature, gridPoint(), cover);
      case 1 -> builder.splitMissingLeft(feature, gridPoint(), cover);
      default ->
          builder.splitCategories(
              feature, CategorySet.of(random.nextInt(3), 3 + random.nextInt(150)), cover);
    }
  }

  private double gridPoint() {
    return random.nextInt(GRID + 1) / (double) GRID;
  }
}
