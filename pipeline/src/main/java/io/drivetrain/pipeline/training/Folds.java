package io.drivetrain.pipeline.training;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * Training rows in parts of nearly one size, at random.
 *
 * @param of the part of each row, 0 to count - 1
 */
record Folds(int count, int[] of) {

  static Folds split(int rows, int count, long seed) {
    int[] order = IntStream.range(0, rows).toArray();
    Random random = new Random(seed);
    for (int i = rows - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    int[] of = new int[rows];
    for (int i = 0; i < rows; i++) {
      of[order[i]] = i % count;
    }
    return new Folds(count, of);
  }

  int[] inside(int fold) {
    return IntStream.range(0, of.length).filter(row -> of[row] == fold).toArray();
  }

  int[] outside(int fold) {
    return IntStream.range(0, of.length).filter(row -> of[row] != fold).toArray();
  }
}
