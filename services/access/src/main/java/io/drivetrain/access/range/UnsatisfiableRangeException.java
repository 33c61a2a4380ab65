package io.drivetrain.access.range;

/** No byte of the content is in the part that a request asks for; the answer is 416. */
public final class UnsatisfiableRangeException extends Exception {
  UnsatisfiableRangeException() {
    super(null, null, false, false);
  }
}
