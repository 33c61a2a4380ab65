package io.drivetrain.webui.run;

import io.drivetrain.webui.client.Attempt;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The tries of a step, and what is new in the log of one of them.
 *
 * @param shown the try whose log this is; empty before the first one
 * @param from the byte at which the text begins
 * @param text whole lines
 * @param to the byte after the text
 */
public record StepLog(
    List<Attempt> attempts, Optional<Attempt> shown, long from, String text, long to) {
  /** So much of a log is read at a time, and so much of its end at first. */
  static final int LARGEST_PART = 64 * 1024;

  public StepLog {
    attempts = List.copyOf(attempts);
  }

  static StepLog nothingNew(List<Attempt> attempts, Optional<Attempt> shown, long position) {
    return new StepLog(attempts, shown, position, "", position);
  }

  /** Without the line that it may begin in the middle of. */
  StepLog fromItsFirstWholeLine() {
    return new StepLog(attempts, shown, from, text.substring(text.indexOf('\n') + 1), to);
  }

  /**
   * Takes the whole lines of a part: its end may be in the middle of a line, even of a character.
   */
  static StepLog of(List<Attempt> attempts, Attempt shown, long from, byte[] part) {
    int end = part.length;
    while (end > 0 && part[end - 1] != '\n') {
      end--;
    }
    int taken = end == 0 && part.length == LARGEST_PART ? part.length : end;
    String text = new String(part, 0, taken, StandardCharsets.UTF_8);
    return new StepLog(attempts, Optional.of(shown), from, text, from + taken);
  }
}
