package io.drivetrain.pipeline.learning.html;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The texts of a page in one language, from a bundle below {@code texts/}. A text may hold the
 * placeholders of {@link String#format}.
 */
public final class PageText {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Language language;
  private final Map<String, String> texts;
  private final NumberText numbers;

  private PageText(Language language, Map<String, String> texts) {
    this.language = language;
    this.texts = texts;
    this.numbers = NumberText.in(language);
  }

  /**
   * @param bundle name of the properties files, such as {@code report}
   */
  public static PageText of(String bundle, Language language) {
    ResourceBundle found =
        ResourceBundle.getBundle(
            "texts." + bundle, language.locale(), PageText.class.getClassLoader(), NO_FALLBACK);
    Map<String, String> texts =
        found.keySet().stream().collect(Collectors.toMap(key -> key, found::getString));
    return new PageText(language, Collections.unmodifiableMap(new TreeMap<>(texts)));
  }

  /**
   * @throws IllegalArgumentException when the bundle has no such text
   */
  public String of(String key, Object... values) {
    String text =
        find(key).orElseThrow(() -> new IllegalArgumentException("no text with the key " + key));
    return values.length == 0 ? text : String.format(language.locale(), text, values);
  }

  public Optional<String> find(String key) {
    return Optional.ofNullable(texts.get(key));
  }

  /** All of them by key, for a template. */
  public Map<String, String> all() {
    return texts;
  }

  public NumberText numbers() {
    return numbers;
  }

  public String language() {
    return language.tag();
  }
}
