package io.drivetrain.pipeline.learning.data.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What the bytes of a file tell about it, gathered block by block. */
final class FileBytes {
  private static final byte[] PARQUET = {'P', 'A', 'R', '1'};
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private final CharsetDecoder utf8 =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer chars = CharBuffer.allocate(1 << 16);
  private byte[] unfinished = {};
  private byte[] start = {};
  private boolean isUtf8 = true;
  private long firstZero = -1;
  private long count;

  void look(byte[] block, int length) {
    if (count == 0) {
      start = Arrays.copyOf(block, Math.min(length, PARQUET.length));
    }
    for (int i = 0; firstZero < 0 && i < length; i++) {
      if (block[i] == 0) {
        firstZero = count + i;
      }
    }
    count += length;
    if (isUtf8) {
      decode(block, length);
    }
  }

  void end() {
    isUtf8 = isUtf8 && unfinished.length == 0;
  }

  long count() {
    return count;
  }

  /** Offset of the first zero byte, -1 when there is none. */
  long firstZero() {
    return firstZero;
  }

  boolean isUtf8() {
    return isUtf8;
  }

  boolean isParquet() {
    return Arrays.equals(start, PARQUET);
  }

  boolean isZip() {
    return Arrays.equals(start, ZIP);
  }

  /** Carries a character that is cut by the end of the block over to the next one. */
  private void decode(byte[] block, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(unfinished.length + length);
    bytes.put(unfinished).put(block, 0, length).flip();
    while (bytes.hasRemaining()) {
      chars.clear();
      var result = utf8.decode(bytes, chars, false);
      if (result.isError()) {
        isUtf8 = false;
        return;
      }
      if (result.isUnderflow()) {
        break;
      }
    }
    unfinished = new byte[bytes.remaining()];
    bytes.get(unfinished);
  }
}
