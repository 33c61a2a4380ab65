package io.drivetrain.models.schema;

import java.util.List;

/** Which values of a category a text may mean. */
public sealed interface ValueMatch {

  /**
   * It means one value.
   *
   * @param isWritten whether the text is that value but for case and white space
   */
  record One(String value, boolean isWritten) implements ValueMatch {}

  /**
   * It may mean one of these, and a person has to say which.
   *
   * @param values likely ones in display order, at least one
   */
  record Several(List<String> values) implements ValueMatch {
    public Several {
      values = List.copyOf(values);
    }
  }

  /** It means none of the values. */
  record None() implements ValueMatch {}
}
