package io.drivetrain.access.body;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The one character set of JSON between systems (RFC 8259, section 8.1). */
public final class Utf8Body {

  private Utf8Body() {}

  /**
   * @throws io.drivetrain.access.problem.ProblemException 400 unless the bytes are UTF-8
   */
  public static void require(byte[] body) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
    } catch (CharacterCodingException otherwise) {
      throw MalformedBody.notReadable();
    }
  }
}
