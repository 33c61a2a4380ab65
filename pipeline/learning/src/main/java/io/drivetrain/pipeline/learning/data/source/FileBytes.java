package io.drivetrain.pipeline.learning.data.source;

import io.drivetrain.pipeline.learning.data.definition.TextEncoding;
import java.util.Arrays;
import java.util.Optional;

/** What the bytes of a file tell about it, gathered block by block. */
final class FileBytes {
  private static final byte[] PARQUET = {'P', 'A', 'R', '1'};
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  /** Of all that is no ASCII: so much of it must be UTF-8 for the rest to be damage. */
  private static final double MOSTLY = 0.9;

  /** More zero bytes than one in so many are no damage of a text. */
  private static final long TEXT_PER_ZERO = 1000;

  private static final long MOST_ZEROS = 8;

  /** So few bytes are no table. */
  private static final long SHORT = 64;

  private byte[] start = {};
  private long count;
  private long zeros;
  private long firstZero = -1;
  private long sequences;
  private long damaged;
  private int expected;
  private int low = 0x80;
  private int high = 0xBF;

  void look(byte[] block, int length) {
    if (start.length < PARQUET.length) {
      int more = Math.min(length, PARQUET.length - start.length);
      int known = start.length;
      start = Arrays.copyOf(start, known + more);
      System.arraycopy(block, 0, start, known, more);
    }
    for (int i = 0; i < length; i++) {
      byte one = block[i];
      if (one > 0 && expected == 0) {
        continue;
      }
      if (one == 0) {
        zeros++;
        firstZero = firstZero < 0 ? count + i : firstZero;
      }
      look(one & 0xFF);
    }
    count += length;
  }

  /** One byte of UTF-8, with the bounds of RFC 3629 for the byte behind the first. */
  private void look(int one) {
    if (expected > 0) {
      if (one >= low && one <= high) {
        expected--;
        low = 0x80;
        high = 0xBF;
        sequences += expected == 0 ? 1 : 0;
        return;
      }
      damaged++;
      expected = 0;
      low = 0x80;
      high = 0xBF;
    }
    if (one < 0x80) {
      return;
    }
    if (one >= 0xC2 && one <= 0xDF) {
      expected = 1;
    } else if (one >= 0xE0 && one <= 0xEF) {
      expected = 2;
      low = one == 0xE0 ? 0xA0 : 0x80;
      high = one == 0xED ? 0x9F : 0xBF;
    } else if (one >= 0xF0 && one <= 0xF4) {
      expected = 3;
      low = one == 0xF0 ? 0x90 : 0x80;
      high = one == 0xF4 ? 0x8F : 0xBF;
    } else {
      damaged++;
    }
  }

  void end() {
    damaged += expected > 0 ? 1 : 0;
    expected = 0;
  }

  long count() {
    return count;
  }

  /** Offset of the first zero byte, -1 when there is none. */
  long firstZero() {
    return firstZero;
  }

  /** Whether there are too many zero bytes for a text with a few damaged places. */
  boolean isBinary() {
    return mark().isEmpty()
        && zeros > 0
        && (count < SHORT || zeros > Math.max(MOST_ZEROS, count / TEXT_PER_ZERO));
  }

  boolean isParquet() {
    return Arrays.equals(start, PARQUET);
  }

  boolean isZip() {
    return Arrays.equals(start, ZIP);
  }

  /** The encoding of the text: its byte order mark decides, or else what most of it is. */
  TextEncoding encoding() {
    return mark()
        .orElseGet(() ->
            damaged == 0 || sequences >= MOSTLY * (sequences + damaged)
                ? TextEncoding.UTF_8
                : TextEncoding.WINDOWS_1252);
  }

  /** The byte order mark. */
  Optional<TextEncoding> mark() {
    if (starts(start, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(TextEncoding.UTF_8);
    }
    if (starts(start, 0xFF, 0xFE)) {
      return Optional.of(TextEncoding.UTF_16LE);
    }
    return starts(start, 0xFE, 0xFF) ? Optional.of(TextEncoding.UTF_16BE) : Optional.empty();
  }

  /** Whether bytes begin with these, each 0 to 255. */
  static boolean starts(byte[] bytes, int... expected) {
    for (int i = 0; i < expected.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
