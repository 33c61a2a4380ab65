package io.drivetrain.webui.component;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.NumberFormat;
import java.util.Locale;

/** Writes sizes of files as people of a language read them: {@code 12.3 kB}. */
public final class FileSize {
  private static final int KILO = 1000;
  private static final int MEGA = KILO * KILO;

  private FileSize() {}

  public static String text(Locale locale, long bytes) {
    if (bytes < KILO) {
      return I18NProvider.translate(locale, "artifact.bytes", bytes);
    }
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(1);
    return bytes < MEGA
        ? I18NProvider.translate(locale, "artifact.kilobytes", format.format((double) bytes / KILO))
        : I18NProvider.translate(
            locale, "artifact.megabytes", format.format((double) bytes / MEGA));
  }
}
