package io.drivetrain.webui.component;

import io.drivetrain.webui.client.Refusal;
import io.drivetrain.webui.language.Language;
import io.drivetrain.webui.language.Translations;
import java.util.Locale;

/**
 * What a page says of a refusal. A known kind has its texts here; of another one the service's own
 * words are shown, which are English.
 */
public record RefusalTexts(String title, String detail) {
  private static final Translations TEXTS = new Translations();
  private static final String GROUP = "problem.";

  public static RefusalTexts of(Refusal refusal, Locale locale) {
    String key = GROUP + refusal.code();
    if (refusal.code().isEmpty() || !Translations.has(key)) {
      return new RefusalTexts(refusal.title(), refusal.detail());
    }
    boolean speaksServicesLanguage = Language.of(locale) == Language.ENGLISH;
    return new RefusalTexts(
        TEXTS.getTranslation(key, locale),
        speaksServicesLanguage ? refusal.detail() : TEXTS.getTranslation(key + ".text", locale));
  }

  /** Both as one line. */
  public String line() {
    return detail.isEmpty() ? title : title + " \u2013 " + detail;
  }
}
