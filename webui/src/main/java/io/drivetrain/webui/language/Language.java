package io.drivetrain.webui.language;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A language of the pages. The first one is for visitors whose browser asks for none of them. */
public enum Language {
  FRENCH(Locale.FRENCH, "Français"),
  ENGLISH(Locale.ENGLISH, "English");

  /** Keeps the visitor's choice: an ISO 639-1 code. */
  public static final String COOKIE = "drivetrain-language";

  private final Locale locale;
  private final String ownName;

  Language(Locale locale, String ownName) {
    this.locale = locale;
    this.ownName = ownName;
  }

  public Locale locale() {
    return locale;
  }

  /** The name of the language in itself. */
  public String ownName() {
    return ownName;
  }

  /** ISO 639-1, as in the lang attribute. */
  public String code() {
    return locale.getLanguage();
  }

  public Language other() {
    return this == FRENCH ? ENGLISH : FRENCH;
  }

  public static List<Locale> locales() {
    return Arrays.stream(values()).map(Language::locale).toList();
  }

  public static Language of(Locale locale) {
    return Arrays.stream(values())
        .filter(language -> language.code().equals(locale.getLanguage()))
        .findFirst()
        .orElse(FRENCH);
  }

  /**
   * What the visitor has chosen, or else what the browser prefers.
   *
   * @param cookies null for none
   * @param accepted the header Accept-Language; null for none
   */
  public static Language of(Cookie[] cookies, String accepted) {
    return Stream.ofNullable(cookies)
        .flatMap(Arrays::stream)
        .filter(cookie -> COOKIE.equals(cookie.getName()))
        .flatMap(cookie -> withCode(cookie.getValue()).stream())
        .findFirst()
        .or(() -> preferred(accepted))
        .orElse(FRENCH);
  }

  private static Optional<Language> preferred(String accepted) {
    try {
      return accepted == null
          ? Optional.empty()
          : Locale.LanguageRange.parse(accepted).stream()
              .filter(range -> range.getWeight() > 0)
              .flatMap(range -> withCode(range.getRange().split("-")[0]).stream())
              .findFirst();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<Language> withCode(String code) {
    return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
  }
}
