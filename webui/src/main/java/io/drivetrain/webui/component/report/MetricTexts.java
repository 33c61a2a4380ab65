package io.drivetrain.webui.component.report;

import com.vaadin.flow.i18n.I18NProvider;
import io.drivetrain.webui.language.Translations;
import java.util.Locale;

/** The names of metrics in the language of a page. */
public final class MetricTexts {
  private MetricTexts() {}

  /**
   * @param key its name in the registry: {@code test_r2}
   * @param fallback for a metric that the pages do not know
   */
  public static String label(String key, String fallback, Locale locale) {
    return text("metric." + key, fallback, locale);
  }

  /** What it says, in a few words; the fallback for a metric that the pages do not know. */
  public static String meaning(String key, String fallback, Locale locale) {
    return text("metric." + key + ".meaning", fallback, locale);
  }

  private static String text(String key, String fallback, Locale locale) {
    return Translations.has(key) ? I18NProvider.translate(locale, key) : fallback;
  }
}
