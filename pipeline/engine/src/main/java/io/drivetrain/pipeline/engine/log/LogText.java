package io.drivetrain.pipeline.engine.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Some of a log as text.
 *
 * @param lines without the end of the last one
 * @param bytes of the log that were read for it
 */
record LogText(String lines, int bytes) {

  /**
   * The whole lines at the beginning of a content. Of a line that is longer than that there is what
   * fits, and a character that begins before the content or ends behind it is no part of it.
   */
  static LogText of(byte[] content) {
    int begin = 0;
    while (begin < content.length && isInsideCharacter(content[begin])) {
      begin++;
    }
    int end = content.length;
    while (end > begin && content[end - 1] != '\n') {
      end--;
    }
    if (end > begin) {
      return new LogText(text(content, begin, end - 1), end);
    }
    int cut = wholeCharacters(content);
    return new LogText(text(content, Math.min(begin, cut), cut), cut);
  }

  private static String text(byte[] content, int begin, int end) {
    return new String(Arrays.copyOfRange(content, begin, end), StandardCharsets.UTF_8);
  }

  /** Where the last character begins that may not be complete; the end when it is. */
  private static int wholeCharacters(byte[] content) {
    int last = content.length - 1;
    while (last > 0 && isInsideCharacter(content[last])) {
      last--;
    }
    return last >= 0 && length(content[last]) > content.length - last ? last : content.length;
  }

  private static int length(byte first) {
    int ones = Integer.numberOfLeadingZeros(~(first << 24));
    return ones == 0 ? 1 : ones;
  }

  private static boolean isInsideCharacter(byte one) {
    return (one & 0xC0) == 0x80;
  }
}
