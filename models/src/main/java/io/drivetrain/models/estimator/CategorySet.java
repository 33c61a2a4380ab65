package io.drivetrain.models.estimator;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Codes of categories that a split sends left: whole numbers from 0 on. An input is cut to a whole
 * number first, as LightGBM does it; one that is missing or below 0 is in no set.
 */
public final class CategorySet {

  /** No code is this great: a set is looked up bit by bit. */
  public static final int MAX_CODE = 1 << 20;

  private final long[] words;

  private CategorySet(long[] words) {
    this.words = words;
  }

  /**
   * @param codes one or more, each 0 to {@link #MAX_CODE} - 1
   */
  public static CategorySet of(int... codes) {
    long[] words = new long[Arrays.stream(codes).max().orElse(0) / Long.SIZE + 1];
    for (int code : codes) {
      words[code / Long.SIZE] |= 1L << code;
    }
    return ofWords(words);
  }

  /**
   * @param words code {@code c} is bit {@code c % 64} of word {@code c / 64}
   * @throws IllegalArgumentException when there is no code, or one that is too great
   */
  public static CategorySet ofWords(long[] words) {
    int length = words.length;
    while (length > 0 && words[length - 1] == 0) {
      length--;
    }
    if (length == 0 || length > MAX_CODE / Long.SIZE) {
      throw new IllegalArgumentException(
          "a set of categories needs a code, each below " + MAX_CODE);
    }
    return new CategorySet(Arrays.copyOf(words, length));
  }

  /** Whether a row with this input goes left. */
  public boolean contains(double input) {
    if (Double.isNaN(input)) {
      return false;
    }
    long code = (long) input;
    int word = (int) (code / Long.SIZE);
    return code >= 0 && code < (long) words.length * Long.SIZE && (words[word] >>> code & 1) == 1;
  }

  /** As {@link #ofWords} takes them; the last one is not 0. */
  public long[] words() {
    return words.clone();
  }

  /** The codes, ascending. */
  public int[] codes() {
    return IntStream.range(0, words.length * Long.SIZE)
        .filter(code -> (words[code / Long.SIZE] >>> code & 1) == 1)
        .toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CategorySet set && Arrays.equals(words, set.words);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }

  @Override
  public String toString() {
    return Arrays.toString(codes());
  }
}
