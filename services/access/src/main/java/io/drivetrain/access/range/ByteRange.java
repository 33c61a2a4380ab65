package io.drivetrain.access.range;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a content, as RFC 9110 (14.1.2) names it.
 *
 * @param from the first byte
 * @param to the first byte behind it
 */
public record ByteRange(long from, long to) {
  private static final Pattern ONE =
      Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})", Pattern.CASE_INSENSITIVE);

  /**
   * The part that a header asks for; empty when the whole is to be sent: without a header, and for
   * one that is not understood, as the RFC wants it. Several parts at once are not.
   *
   * @param header Range; null without one
   * @param size bytes that there are
   * @throws UnsatisfiableRangeException when none of them is in the part
   */
  public static Optional<ByteRange> parse(String header, long size)
      throws UnsatisfiableRangeException {
    Matcher matcher = ONE.matcher(header == null ? "" : header.replace(" ", ""));
    if (!matcher.matches() || matcher.group().endsWith("=-")) {
      return Optional.empty();
    }
    ByteRange range =
        matcher.group(1).isEmpty()
            ? last(Long.parseLong(matcher.group(2)), size)
            : between(Long.parseLong(matcher.group(1)), matcher.group(2), size);
    if (range.to < range.from) {
      return Optional.empty();
    }
    if (range.from >= size) {
      throw new UnsatisfiableRangeException();
    }
    return Optional.of(range);
  }

  public long length() {
    return to - from;
  }

  /** The header Content-Range of a content of so many bytes. */
  public String contentRange(long size) {
    return "bytes %d-%d/%d".formatted(from, to - 1, size);
  }

  private static ByteRange last(long bytes, long size) {
    return new ByteRange(Math.max(0, size - bytes), size);
  }

  private static ByteRange between(long first, String last, long size) {
    if (last.isEmpty() || first >= size) {
      return new ByteRange(first, Math.max(first, size));
    }
    return new ByteRange(first, Math.min(Long.parseLong(last) + 1, size));
  }
}
