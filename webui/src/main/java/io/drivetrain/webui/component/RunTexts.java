package io.drivetrain.webui.component;

import com.vaadin.flow.i18n.I18NProvider;
import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.step.StepReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What is said of a run in a few words. */
public final class RunTexts {
  private final Locale locale;
  private final TimeFormat times;

  public RunTexts(Locale locale, TimeFormat times) {
    this.locale = locale;
    this.times = times;
  }

  /** {@code 12.3 s}, {@code running for 12.3 s}, {@code waiting for 2 min 05 s}. */
  public String lasting(RunDetails run) {
    Instant end = run.endedAt().orElse(times.now());
    Optional<Duration> ran = run.startedAt().map(start -> Duration.between(start, end));
    if (run.hasEnded()) {
      return ran.map(times::lasting).orElseGet(() -> text("run.neverStarted"));
    }
    return ran.map(time -> text("run.runningFor", times.lasting(time)))
        .orElseGet(
            () -> text("run.waitingFor", times.lasting(Duration.between(run.createdAt(), end))));
  }

  public String trigger(RunDetails run) {
    return run.logicalTime()
        .map(time -> text(TextKey.of("trigger", run.trigger()) + ".of", times.at(time)))
        .orElseGet(() -> text(TextKey.of("trigger", run.trigger())));
  }

  /** Why it is as it is: the kind of reason in the visitor's language, then the message. */
  public String because(Optional<StepReason> reason, Optional<String> message) {
    String kind = reason.map(code -> text(TextKey.of("reason", code))).orElse("");
    return message
        .map(words -> kind.isEmpty() ? words : text("run.message", kind, words))
        .orElse(kind);
  }

  private String text(String key, Object... arguments) {
    return I18NProvider.translate(locale, key, arguments);
  }
}
