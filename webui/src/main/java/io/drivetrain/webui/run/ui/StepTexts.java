package io.drivetrain.webui.run.ui;

import io.drivetrain.pipeline.api.step.StepLabel;
import io.drivetrain.webui.client.Step;
import io.drivetrain.webui.language.Language;
import java.util.Locale;

/** What steps and their results are called. */
final class StepTexts {
  private StepTexts() {}

  static String in(Locale locale, StepLabel label) {
    return Language.of(locale) == Language.FRENCH ? label.fr() : label.en();
  }

  /** The name of the step's kind, or else its id. */
  static String name(Step step, Locale locale) {
    return step.label().map(label -> in(locale, label)).orElse(step.id());
  }
}
