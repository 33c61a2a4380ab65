package io.drivetrain.webui.shell;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Light or dark, as the visitor chose it. Without a choice the page follows the system. */
enum ColorScheme {
  LIGHT("light"),
  DARK("dark");

  /** Keeps the visitor's choice, so that the first byte of a page already has it: no flash. */
  static final String COOKIE = "drivetrain-color-scheme";

  private final String css;

  ColorScheme(String css) {
    this.css = css;
  }

  /** The value of the CSS property color-scheme. */
  String css() {
    return css;
  }

  static Optional<ColorScheme> chosenIn(Cookie[] cookies) {
    return Stream.ofNullable(cookies)
        .flatMap(Arrays::stream)
        .filter(cookie -> COOKIE.equals(cookie.getName()))
        .flatMap(cookie -> Arrays.stream(values()).filter(s -> s.css.equals(cookie.getValue())))
        .findFirst();
  }
}
