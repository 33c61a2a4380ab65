package io.drivetrain.pipeline.engine.problem;

import java.util.Objects;

/** What a person says when doing something to a run; it is stored, and shown to others. */
public final class RequestText {
  private static final int LONGEST_NOTE = 1000;
  private static final int LONGEST_REASON = 1000;
  private static final int LONGEST_NAME = 200;

  private RequestText() {}

  /**
   * What is remarkable, in up to 1000 characters.
   *
   * @return empty when nothing was said
   * @throws PipelineException when it cannot be stored
   */
  public static String note(String text) {
    return storable("note", text, LONGEST_NOTE);
  }

  /**
   * Why, in up to 1000 characters.
   *
   * @return empty when nothing was said
   * @throws PipelineException when it cannot be stored
   */
  public static String reason(String text) {
    return storable("reason", text, LONGEST_REASON);
  }

  /**
   * Who says so, in up to 200 characters. Nobody checks it: this service knows no users.
   *
   * @return empty when nothing was said
   * @throws PipelineException when it cannot be stored
   */
  public static String by(String text) {
    return storable("by", text, LONGEST_NAME);
  }

  private static String storable(String key, String text, int longest) {
    String said = Objects.requireNonNullElse(text, "");
    if (said.length() > longest || said.indexOf('\0') >= 0) {
      throw PipelineException.malformed(
          "'%s' may have at most %d characters, and no NUL.".formatted(key, longest));
    }
    return said;
  }
}
