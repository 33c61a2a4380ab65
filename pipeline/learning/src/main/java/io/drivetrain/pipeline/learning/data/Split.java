package io.drivetrain.pipeline.learning.data;

import io.drivetrain.models.schema.Row;
import io.drivetrain.pipeline.learning.data.definition.SplitSpec;
import java.nio.charset.StandardCharsets;

/**
 * Parts rows into training part and hold-out. The side of a row follows from the values of its
 * features and the seed, not from its place or the other rows: a row that is delivered again next
 * week, at another price perhaps, falls on the same side, so that a champion trained last week has
 * not seen this week's hold-out.
 */
record Split(SplitSpec spec) {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /** Whether a row is in the hold-out. */
  boolean holdsOut(Row row, double target) {
    return holdsOut(row, Double.toString(target));
  }

  /**
   * Whether a row is in the hold-out.
   *
   * @param target as text
   */
  boolean holdsOut(Row row, String target) {
    return share(row, target) < spec.testShare();
  }

  /** Evenly spread over 0 to 1, always the same for the same content and seed. */
  private double share(Row row, String target) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < row.size(); i++) {
      hash = add(hash, row.display(i));
    }
    if (spec.by() == SplitSpec.By.ROW) {
      hash = add(hash, target);
    }
    return (mixed(hash + spec.seed() * 0x9E3779B97F4A7C15L) >>> 11) * 0x1.0p-53;
  }

  /** FNV-1a over the UTF-8 of a text and its end. */
  private static long add(long hash, String text) {
    long sum = hash;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      sum = (sum ^ (b & 0xff)) * FNV_PRIME;
    }
    return (sum ^ 0xff) * FNV_PRIME;
  }

  /** The finalizer of SplitMix64: FNV alone leaves patterns in the high bits. */
  private static long mixed(long hash) {
    long z = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
