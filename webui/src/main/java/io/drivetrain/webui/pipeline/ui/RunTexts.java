package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.drivetrain.webui.pipeline.Reason;
import io.drivetrain.webui.pipeline.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What is said of a run in a few words. */
final class RunTexts {
  private final Locale locale;
  private final Moments moments;

  RunTexts(Locale locale, Moments moments) {
    this.locale = locale;
    this.moments = moments;
  }

  /** {@code 12.3 s}, {@code running for 12.3 s}, {@code waiting for 2 min 05 s}. */
  String lasting(Run run) {
    Instant end = run.endedAt().orElse(moments.now());
    Optional<Duration> ran = run.startedAt().map(start -> Duration.between(start, end));
    if (run.state().isTerminal()) {
      return ran.map(moments::lasting).orElseGet(() -> text("run.neverStarted"));
    }
    return ran.map(time -> text("run.runningFor", moments.lasting(time)))
        .orElseGet(
            () -> text("run.waitingFor", moments.lasting(Duration.between(run.createdAt(), end))));
  }

  String trigger(Run run) {
    return run.logicalTime()
        .map(time -> text("trigger." + run.trigger() + ".of", moments.at(time)))
        .orElseGet(() -> text("trigger." + run.trigger()));
  }

  /** Why it is as it is: the kind of reason in the visitor's language, then the message. */
  String because(Optional<Reason> reason, Optional<String> message) {
    String kind = reason.map(code -> text("reason." + code)).orElse("");
    return message
        .map(words -> kind.isEmpty() ? words : text("run.message", kind, words))
        .orElse(kind);
  }

  private String text(String key, Object... arguments) {
    return I18NProvider.translate(locale, key, arguments);
  }
}
