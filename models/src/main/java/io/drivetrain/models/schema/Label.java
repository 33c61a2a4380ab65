package io.drivetrain.models.schema;

import java.util.Locale;

/** What a person reads in place of a technical name, in French and in English. Neither is blank. */
public record Label(String fr, String en) {

  public Label {
    if (fr == null || fr.isBlank() || en == null || en.isBlank()) {
      throw new IllegalArgumentException("a label needs a French (fr) and an English (en) text");
    }
  }

  /** The French text for French locales, else the English one. */
  public String in(Locale locale) {
    return locale.getLanguage().equals("fr") ? fr : en;
  }
}
