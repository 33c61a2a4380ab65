package io.drivetrain.webui.prediction.batch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file: by its byte order mark, else as UTF-8, and as Windows-1252 where it is none.
 *
 * @param charset that was found
 */
record FileText(String text, String charset) {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  static FileText of(byte[] bytes) {
    if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
      return decoded(bytes, 3, StandardCharsets.UTF_8);
    }
    if (begins(bytes, 0xFF, 0xFE)) {
      return decoded(bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (begins(bytes, 0xFE, 0xFF)) {
      return decoded(bytes, 2, StandardCharsets.UTF_16BE);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new FileText(text, StandardCharsets.UTF_8.name());
    } catch (CharacterCodingException noUtf8) {
      return decoded(bytes, 0, WINDOWS);
    }
  }

  private static FileText decoded(byte[] bytes, int from, Charset charset) {
    return new FileText(new String(bytes, from, bytes.length - from, charset), charset.name());
  }

  private static boolean begins(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
