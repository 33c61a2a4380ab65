package io.drivetrain.registry.run;

import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.RegistryException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The rule for the names of metrics, params and tags. They may look like paths, not climb. */
final class LogKey {
  private static final int MAX_LENGTH = 250;
  private static final Pattern CHARACTERS =
      Pattern.compile("[/\\w.\\- :]+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final List<String> NO_NAMES = List.of("", ".", "..");

  private LogKey() {}

  /**
   * @param what "metric", "param" or "tag"
   */
  static void check(String what, String key) {
    Fields.maxLength("The key of a " + what, key, MAX_LENGTH);
    if (!CHARACTERS.matcher(key).matches()) {
      throw RegistryException.invalid(
          "Invalid %s name: '%s'. Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), colons (:) and slashes (/)."
              .formatted(what, key));
    }
    if (Arrays.stream(key.split("/", -1)).anyMatch(NO_NAMES::contains)) {
      throw RegistryException.invalid(
          "Invalid %s name: '%s'. Names may not resolve to another path: no '..', '.', '//' and no slash at either end."
              .formatted(what, key));
    }
  }
}
