package io.drivetrain.webui.language;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.quarkus.annotation.VaadinServiceEnabled;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of the pages, from {@code texts_fr.properties} and {@code texts_en.properties}. Every
 * text is a {@link MessageFormat} pattern; the bundles write the typographic apostrophe, which
 * needs no quoting there.
 */
@ApplicationScoped
@VaadinServiceEnabled
public class Translations implements I18NProvider {
  static final String BUNDLE = "io.drivetrain.webui.language.texts";

  @Override
  public List<Locale> getProvidedLocales() {
    return Language.locales();
  }

  /** Whether there is a text for what another service names. */
  public static boolean has(String key) {
    return ResourceBundle.getBundle(BUNDLE, Language.FRENCH.locale()).containsKey(key);
  }

  /** Fails on an unknown key: a page must not show the name of a missing text. */
  @Override
  public String getTranslation(String key, Locale locale, Object... arguments) {
    Locale supported = Language.of(locale).locale();
    String pattern = ResourceBundle.getBundle(BUNDLE, supported).getString(key);
    return new MessageFormat(pattern, supported).format(arguments);
  }
}
