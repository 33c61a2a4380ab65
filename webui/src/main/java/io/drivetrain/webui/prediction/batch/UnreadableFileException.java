package io.drivetrain.webui.prediction.batch;

/** A file that has no rows to predict. */
public final class UnreadableFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with it. */
  public enum Reason {
    /** There is no row below a header. */
    NO_ROWS,
    /** A quoted cell has no end. */
    OPEN_QUOTE,
    /** It has more rows than one batch may have. */
    TOO_MANY_ROWS,
    /** None of its columns is a field of the model. */
    NO_FIELDS
  }

  private final Reason reason;
  private final int line;

  UnreadableFileException(Reason reason, int line) {
    super(reason + " at line " + line);
    this.reason = reason;
    this.line = line;
  }

  public Reason reason() {
    return reason;
  }

  /** From 1; 0 when it is of no line. */
  public int line() {
    return line;
  }
}
