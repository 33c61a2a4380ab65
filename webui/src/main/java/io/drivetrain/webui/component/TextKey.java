package io.drivetrain.webui.component;

import java.util.Objects;

/** The keys of the texts of what the pipeline service names: states, reasons, outcomes. */
public final class TextKey {
  private static final String UNKNOWN = "UNKNOWN";

  private TextKey() {}

  /**
   * @param constant null for one that only a newer pipeline service knows
   */
  public static String of(String group, Enum<?> constant) {
    return group + "." + Objects.toString(constant, UNKNOWN);
  }
}
