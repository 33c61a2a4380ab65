package io.drivetrain.registry.model;

import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.RegistryException;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for what clients name in the registry. */
final class ModelName {
  private static final int MAX_NAME = 256;
  private static final int MAX_TAG_KEY = 250;
  private static final int MAX_TAG_VALUE = 100_000;
  private static final Set<String> PATHS = Set.of(".", "..");
  private static final Pattern ALIAS = Pattern.compile("[\\w-]{1,255}");
  private static final Pattern RESERVED_ALIAS =
      Pattern.compile("latest|v\\d+", Pattern.CASE_INSENSITIVE);

  private ModelName() {}

  static void check(String name) {
    if (name.isBlank() || PATHS.contains(name) || name.matches("(?s).*[/:\\\\].*")) {
      throw RegistryException.invalid(
          "Invalid model name: '%s'. It must not be empty, a path, or hold '/', ':' or '\\'."
              .formatted(name));
    }
    Fields.maxLength("Registered model name", name, MAX_NAME);
  }

  static void checkTag(String key, String value) {
    if (key.isEmpty()) {
      throw RegistryException.invalid("Invalid tag: its key must not be empty.");
    }
    Fields.maxLength("Tag key", key, MAX_TAG_KEY);
    Fields.maxLength("Tag value", value, MAX_TAG_VALUE);
  }

  static void checkAlias(String alias) {
    if (!ALIAS.matcher(alias).matches()) {
      throw RegistryException.invalid(
          "Invalid alias name: '%s'. It may hold letters, digits, '_' and '-', 255 at most."
              .formatted(alias));
    }
    if (RESERVED_ALIAS.matcher(alias).matches()) {
      throw RegistryException.invalid(
          "'%s' alias name (case insensitive) is reserved.".formatted(alias));
    }
  }

  static int parseVersion(String version) {
    try {
      return Integer.parseInt(version);
    } catch (NumberFormatException e) {
      throw RegistryException.invalid(
          "Invalid model version '%s': it must be an integer.".formatted(version));
    }
  }
}
