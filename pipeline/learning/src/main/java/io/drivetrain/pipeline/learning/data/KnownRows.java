package io.drivetrain.pipeline.learning.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which rows a file of data held, by hashes of their content: what tells the newest rows of a later
 * file. The file {@value #PATH} of a run: 8 bytes a row, little-endian, ascending.
 */
public final class KnownRows {
  /** Where it is kept below the artifacts of a run. */
  public static final String PATH = "quality/rows.bin";

  /** Of larger data nothing is kept: 16 MiB. */
  private static final int MOST_ROWS = 1 << 21;

  private final long[] sorted;

  private KnownRows(long[] sorted) {
    this.sorted = sorted;
  }

  /** Those of the examples; empty when there are too many to keep. */
  public static Optional<KnownRows> of(List<Example> examples) {
    return examples.size() > MOST_ROWS
        ? Optional.empty()
        : Optional.of(
            new KnownRows(examples.stream().mapToLong(KnownRows::hash).sorted().toArray()));
  }

  /** Empty when it is none of ours. */
  public static Optional<KnownRows> read(byte[] file) {
    if (file.length % Long.BYTES != 0) {
      return Optional.empty();
    }
    long[] hashes = new long[file.length / Long.BYTES];
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(hashes);
    Arrays.sort(hashes);
    return Optional.of(new KnownRows(hashes));
  }

  public byte[] file() {
    ByteBuffer file =
        ByteBuffer.allocate(sorted.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    file.asLongBuffer().put(sorted);
    return file.array();
  }

  /** Whether the file held such a row, with this target. */
  public boolean holds(Example example) {
    return Arrays.binarySearch(sorted, hash(example)) >= 0;
  }

  private static long hash(Example example) {
    return RowHash.of(example.row(), example.target());
  }
}
