package io.drivetrain.registry.loggedmodel;

import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.protocol.Tag;
import java.util.List;
import java.util.regex.Pattern;

/** The rules for what clients name and note on logged models. */
final class LoggedModelName {
  private static final int MAX_NAME = 500;
  private static final int MAX_KEY = 250;
  private static final int MAX_PARAM_VALUE = 6000;
  private static final int MAX_TAG_VALUE = 8000;
  private static final Pattern FORBIDDEN = Pattern.compile("[/:.%\"']");

  private LoggedModelName() {}

  static void check(String name) {
    if (name.isBlank() || FORBIDDEN.matcher(name).find()) {
      throw RegistryException.invalid(
          "Invalid model name: '%s'. It must not be empty or hold any of / : . %% \" '."
              .formatted(name));
    }
    Fields.maxLength("name", name, MAX_NAME);
  }

  static void checkParams(List<Tag> params) {
    for (var param : params) {
      Fields.maxLength("key", param.key(), MAX_KEY);
      Fields.maxLength("value", param.value(), MAX_PARAM_VALUE);
    }
  }

  static void checkTags(List<Tag> tags) {
    for (var tag : tags) {
      Fields.maxLength("key", tag.key(), MAX_KEY);
      Fields.maxLength("value", tag.value(), MAX_TAG_VALUE);
    }
  }
}
