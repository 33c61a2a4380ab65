package io.drivetrain.registry.protocol;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The rule for the names of metrics, params and tags. They may look like paths, not climb. */
public enum KeyName {
  METRIC("metrics", "name", "Metric name"),
  PARAM("params", "key", "Param key"),
  TAG("tags", "key", null);

  /** For a key that stands in no list. */
  public static final int ALONE = -1;

  private static final int MAX_LENGTH = 250;
  private static final Pattern CHARACTERS =
      Pattern.compile("[/\\w.\\- :]*", Pattern.UNICODE_CHARACTER_CLASS);
  private static final List<String> NO_NAMES = List.of("", ".", "..");

  private final String list;
  private final String field;
  private final String inWords;

  /**
   * @param list the field of a request that holds many
   * @param field the key in each, as MLflow calls it
   * @param inWords how MLflow names a key that is too long; null for its path
   */
  KeyName(String list, String field, String inWords) {
    this.list = list;
    this.field = field;
    this.inWords = inWords;
  }

  /**
   * @param index in the list of the request, or {@link #ALONE}
   */
  public void check(int index, String key) {
    if (!CHARACTERS.matcher(key).matches()) {
      throw wrong(
          index,
          key,
          "Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), colon(:) and slashes (/).");
    }
    if (Arrays.stream(key.split("/", -1)).anyMatch(NO_NAMES::contains)) {
      throw wrong(
          index,
          key,
          "Names may be treated as files in certain cases, and must not resolve to other names when treated as such. This name would resolve to '%s'"
              .formatted(resolved(key)));
    }
    Fields.maxLength(inWords == null ? path(index) : inWords, key, MAX_LENGTH);
  }

  private RegistryException wrong(int index, String key, String why) {
    return Refusal.WRONG_VALUE.with(PythonJson.write(key), path(index), why);
  }

  private String path(int index) {
    return index == ALONE ? field : "%s[%d].%s".formatted(list, index, field);
  }

  private static String resolved(String key) {
    var normal = Path.of(key).normalize().toString();
    return normal.isEmpty() ? "." : normal;
  }
}
