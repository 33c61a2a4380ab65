package io.drivetrain.models.schema;

import io.drivetrain.models.text.Texts;
import java.util.regex.Pattern;

/** The rules that the names of every kind of feature and of the target share. */
final class FeatureName {

  private static final Pattern CANONICAL = Pattern.compile("[a-z][a-z0-9_]{0,63}");

  private FeatureName() {}

  static void check(String name, Label label) {
    if (name == null || !CANONICAL.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "name \"" + name + "\": lower-case letters, digits and _, a letter first, up to 64");
    }
    if (label == null) {
      throw refused(name, "needs a label");
    }
  }

  /** The source header as given, or the canonical name when the data has no header of its own. */
  static String sourceOr(String source, String name) {
    return source == null || source.isBlank() ? name : Texts.clean(source);
  }

  static IllegalArgumentException refused(String name, String reason) {
    return new IllegalArgumentException("feature " + name + ": " + reason);
  }
}
