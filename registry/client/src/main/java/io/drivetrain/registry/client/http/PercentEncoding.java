package io.drivetrain.registry.client.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding of RFC 3986: everything but its unreserved characters, as UTF-8 bytes. Unlike
 * form encoding a blank is {@code %20} and a plus {@code %2B}, which every server reads alike.
 */
public final class PercentEncoding {
  private static final String UNRESERVED_MARKS = "-._~";

  private PercentEncoding() {}

  public static String of(String text) {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream(text.length() + 16);
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (isUnreserved(octet)) {
        encoded.write(octet);
        continue;
      }
      encoded.writeBytes("%%%02X".formatted(octet & 0xFF).getBytes(StandardCharsets.US_ASCII));
    }
    return encoded.toString(StandardCharsets.US_ASCII);
  }

  private static boolean isUnreserved(byte octet) {
    return octet >= 'a' && octet <= 'z'
        || octet >= 'A' && octet <= 'Z'
        || octet >= '0' && octet <= '9'
        || UNRESERVED_MARKS.indexOf(octet) >= 0;
  }
}
