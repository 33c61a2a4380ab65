package io.drivetrain.registry.model;

import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.KeyName;
import io.drivetrain.registry.protocol.Refusal;
import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.protocol.Tag;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for what clients name in the registry. */
public final class ModelName {
  private static final int MAX_NAME = 256;
  private static final int MAX_TAG_VALUE = 100_000;
  private static final Set<String> PATHS = Set.of(".", "..");
  private static final Pattern ALIAS = Pattern.compile("[\\w-]{1,255}");
  private static final Pattern RESERVED_ALIAS =
      Pattern.compile("latest|v\\d+", Pattern.CASE_INSENSITIVE);

  private ModelName() {}

  static void check(String name) {
    if (name.isBlank()) {
      throw RegistryException.missing("name");
    }
    if (PATHS.contains(name) || name.matches("(?s).*[/:\\\\].*")) {
      throw Refusal.WRONG_MODEL_NAME.with(name);
    }
    Fields.maxLength("name", name, MAX_NAME);
  }

  static void checkTags(List<Tag> tags) {
    for (int i = 0; i < tags.size(); i++) {
      checkTag(i, tags.get(i));
    }
  }

  static void checkTag(String key, String value) {
    checkTag(KeyName.ALONE, new Tag(key, value));
  }

  private static void checkTag(int index, Tag tag) {
    KeyName.TAG.check(index, tag.key());
    Fields.maxLength("value", tag.value(), MAX_TAG_VALUE);
  }

  static void checkAlias(String alias) {
    if (!ALIAS.matcher(alias).matches()) {
      throw RegistryException.invalid(
          "Invalid alias name: '%s'. Names may only contain alphanumerics, underscores (_), and dashes (-). They have 255 characters at most."
              .formatted(alias));
    }
    if (RESERVED_ALIAS.matcher(alias).matches()) {
      throw alias.equalsIgnoreCase("latest")
          ? RegistryException.invalid("'latest' alias name (case insensitive) is reserved.")
          : RegistryException.invalid("Version alias name '%s' is reserved.".formatted(alias));
    }
  }

  public static int parseVersion(String version) {
    try {
      return Integer.parseInt(version);
    } catch (NumberFormatException e) {
      throw Refusal.NOT_AN_INTEGER.with("version", version);
    }
  }
}
