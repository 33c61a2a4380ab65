package io.drivetrain.models.encoding;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * A split of rows into parts of nearly one size, at random. What is fitted without a part can be
 * asked about its rows honestly.
 *
 * @param count of parts
 * @param partOf for each row, 0 to count - 1
 */
public record Folds(int count, int[] partOf) {

  /** The same rows and seed give the same split. */
  public static Folds split(int rows, int count, long seed) {
    int[] order = IntStream.range(0, rows).toArray();
    Random random = new Random(seed);
    for (int i = rows - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    int[] partOf = new int[rows];
    for (int i = 0; i < rows; i++) {
      partOf[order[i]] = i % count;
    }
    return new Folds(count, partOf);
  }

  public int[] inside(int part) {
    return IntStream.range(0, partOf.length).filter(row -> partOf[row] == part).toArray();
  }

  public int[] outside(int part) {
    return IntStream.range(0, partOf.length).filter(row -> partOf[row] != part).toArray();
  }
}
