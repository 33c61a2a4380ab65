package io.drivetrain.pipeline.learning.html;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that HTML files are written in. */
public enum Language {
  EN(Locale.ROOT),
  FR(Locale.FRENCH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /**
   * What a reader asked for; English when neither names a language that there is.
   *
   * @param tag such as {@code fr}; null for none
   * @param acceptLanguage header of HTTP; null for none
   */
  public static Language requested(String tag, String acceptLanguage) {
    return find(tag).or(() -> accepted(acceptLanguage)).orElse(EN);
  }

  /** As HTML has it: {@code en}. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The base bundle is English, as are the numbers of the root locale. */
  Locale locale() {
    return locale;
  }

  private static Optional<Language> find(String tag) {
    return Arrays.stream(values())
        .filter(language -> language.tag().equalsIgnoreCase(tag))
        .findFirst();
  }

  private static Optional<Language> accepted(String header) {
    if (header == null) {
      return Optional.empty();
    }
    try {
      List<String> tags = Arrays.stream(values()).map(Language::tag).toList();
      return find(Locale.lookupTag(Locale.LanguageRange.parse(header), tags));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
