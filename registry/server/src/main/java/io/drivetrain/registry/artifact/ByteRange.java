package io.drivetrain.registry.artifact;

import java.util.Optional;
import java.util.regex.Pattern;

/** A part of a file, as RFC 9110 asks for it; several parts at once are not served as parts. */
record ByteRange(long first, long length) {
  private static final Pattern HEADER = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /** Thrown when no byte of the file is asked for. */
  static final class UnsatisfiableException extends Exception {
    UnsatisfiableException() {
      super(null, null, false, false);
    }
  }

  /** Empty where there is no header or one to be ignored: the whole file is the answer. */
  static Optional<ByteRange> parse(String header, long size) throws UnsatisfiableException {
    var range = HEADER.matcher(header == null ? "" : header);
    if (!range.matches() || (range.group(1) + range.group(2)).isEmpty()) {
      return Optional.empty();
    }
    long first;
    long last = size - 1;
    if (range.group(1).isEmpty()) {
      first = Math.max(0, size - Long.parseLong(range.group(2)));
    } else {
      first = Long.parseLong(range.group(1));
      if (!range.group(2).isEmpty()) {
        long wanted = Long.parseLong(range.group(2));
        if (wanted < first) {
          return Optional.empty();
        }
        last = Math.min(last, wanted);
      }
    }
    if (first > last) {
      throw new UnsatisfiableException();
    }
    return Optional.of(new ByteRange(first, last - first + 1));
  }

  String contentRange(long size) {
    return "bytes " + first + "-" + (first + length - 1) + "/" + size;
  }
}
