package io.drivetrain.pipeline.learning.data;

import io.drivetrain.models.schema.Row;
import java.nio.charset.StandardCharsets;

/** Hashes the content of rows: FNV-1a over their texts. */
final class RowHash {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private RowHash() {}

  /** Of the features alone. */
  static long of(Row row) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < row.size(); i++) {
      hash = add(hash, row.display(i));
    }
    return hash;
  }

  /** Of the target too. */
  static long of(Row row, double target) {
    return of(row, Double.toString(target));
  }

  /** The same of a target as text. */
  static long of(Row row, String target) {
    return add(of(row), target);
  }

  /** The finalizer of SplitMix64: FNV alone leaves patterns in the high bits. */
  static long mixed(long hash) {
    long z = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** FNV-1a over the UTF-8 of a text and its end. */
  private static long add(long hash, String text) {
    long sum = hash;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      sum = (sum ^ (b & 0xff)) * FNV_PRIME;
    }
    return (sum ^ 0xff) * FNV_PRIME;
  }
}
