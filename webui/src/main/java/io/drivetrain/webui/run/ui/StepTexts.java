package io.drivetrain.webui.run.ui;

import io.drivetrain.pipeline.api.run.StepDetails;
import io.drivetrain.pipeline.api.step.StepLabel;
import io.drivetrain.webui.language.Language;
import java.util.Locale;

/** What steps and their results are called. */
final class StepTexts {
  private StepTexts() {}

  static String in(Locale locale, StepLabel label) {
    return Language.of(locale) == Language.FRENCH ? label.fr() : label.en();
  }

  /** The name of the step's kind. */
  static String name(StepDetails step, Locale locale) {
    return in(locale, step.label());
  }
}
