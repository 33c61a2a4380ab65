package io.drivetrain.webui.language;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A language of the pages. The first one is what a visitor gets who has not chosen. */
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

  /** The language that the cookies ask for; a wrong or missing cookie means the first one. */
  public static Language chosenIn(Cookie[] cookies) {
    return Stream.ofNullable(cookies)
        .flatMap(Arrays::stream)
        .filter(cookie -> COOKIE.equals(cookie.getName()))
        .map(cookie -> of(Locale.of(cookie.getValue())))
        .findFirst()
        .orElse(FRENCH);
  }
}
