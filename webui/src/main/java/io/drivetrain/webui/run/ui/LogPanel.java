package io.drivetrain.webui.run.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import io.drivetrain.pipeline.api.run.StepDetails;
import io.drivetrain.pipeline.api.step.Attempt;
import io.drivetrain.webui.client.PipelineCallException;
import io.drivetrain.webui.client.Subscriptions;
import io.drivetrain.webui.client.Subscriptions.LogPart;
import io.drivetrain.webui.client.Subscriptions.Subscription;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.TextKey;
import io.drivetrain.webui.run.RunService;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The attempts of one step and the log of one of them, followed while it grows. */
class LogPanel extends Div {
  /** How much of the end of a log is read at first, in bytes. */
  private static final long TAIL = 64 * 1024;

  private final UUID run;
  private final String step;
  private final RunService service;
  private final Subscriptions subscriptions;
  private final Select<Integer> choice = new Select<>();
  private final Paragraph about = new Paragraph();
  private final Anchor whole = new Anchor("", getTranslation("log.whole"), AnchorTarget.BLANK);
  private final LogText text = new LogText();
  private List<Attempt> attempts = List.of();
  private Optional<Integer> chosen = Optional.empty();
  private Optional<StepDetails> shown = Optional.empty();
  private Reading reading = new Reading(0, Subscription.none());

  /**
   * The log that is followed.
   *
   * @param attempt 0 for none
   */
  private record Reading(int attempt, Subscription subscription) {}

  LogPanel(UUID run, String step, RunService service, Subscriptions subscriptions) {
    this.run = run;
    this.step = step;
    this.service = service;
    this.subscriptions = subscriptions;
    choice.setLabel(getTranslation("log.attempts"));
    choice.setVisible(false);
    choice.addValueChangeListener(change -> {
      if (change.isFromClient() && change.getValue() != null) {
        chosen = Optional.of(change.getValue()).filter(number -> number < attempts.size());
        showChosen();
      }
    });
    about.addClassName("quiet");
    whole.setRouterIgnore(true);
    Div head = new Div(new H3(getTranslation("log.title")), whole);
    head.addClassName("head");
    addClassName("log");
    add(head, choice, about, text);
  }

  /** Reads the attempts again when the step has a new one or a new state. */
  void show(StepDetails now) {
    boolean isNews =
        shown
            .filter(before -> before.attempt() == now.attempt())
            .filter(before -> before.state() == now.state())
            .isEmpty();
    shown = Optional.of(now);
    if (isNews && isAttached()) {
      readAttempts();
    }
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    readAttempts();
  }

  @Override
  protected void onDetach(DetachEvent detach) {
    follow(new Reading(0, Subscription.none()));
  }

  private void readAttempts() {
    try {
      attempts = service.attempts(run, step);
    } catch (PipelineCallException failure) {
      attempts = List.of(); // the page itself says when the service is away
    }
    offer();
    showChosen();
  }

  private void offer() {
    List<String> labels =
        attempts.stream()
            .map(one -> getTranslation("log.attempt", one.attempt(), outcome(one)))
            .toList();
    choice.setVisible(attempts.size() > 1);
    choice.setItemLabelGenerator(number -> labels.get(number - 1));
    choice.setItems(attempts.stream().map(Attempt::attempt).toList());
  }

  /** The attempt that was chosen, or else the latest one. */
  private void showChosen() {
    if (attempts.isEmpty()) {
      about.setText(getTranslation("log.none"));
      whole.setVisible(false);
      return;
    }
    Attempt attempt = attempts.get(chosen.orElse(attempts.size()) - 1);
    choice.setValue(attempt.attempt());
    about.setText(about(attempt));
    whole.setVisible(attempt.logBytes() > 0 || attempt.endedAt().isEmpty());
    whole.setHref(PageLink.log(run, step, attempt.attempt()));
    if (attempt.attempt() != reading.attempt()) {
      read(attempt);
    }
  }

  private void read(Attempt attempt) {
    UI page = UI.getCurrent();
    int number = attempt.attempt();
    long from = Math.max(0, attempt.logBytes() - TAIL);
    text.clear();
    follow(
        new Reading(
            number,
            subscriptions.toLog(
                run,
                step,
                number,
                from,
                part -> page.access(() -> append(number, part, from)),
                () -> page.access(() -> ended(number)))));
  }

  private void follow(Reading next) {
    reading.subscription().close();
    reading = next;
  }

  private void append(int attempt, LogPart part, long from) {
    if (attempt != reading.attempt()) {
      return; // another one was chosen since
    }
    boolean beginsInsideALine = from > 0 && text.isEmpty();
    String lines = part.text();
    text.append(beginsInsideALine ? lines.substring(lines.indexOf('\n') + 1) : lines);
    whole.setVisible(true);
  }

  private void ended(int attempt) {
    if (attempt == reading.attempt() && isAttached()) {
      readAttempts();
    }
  }

  /** The error of the latest attempt stands at the step itself. */
  private String about(Attempt attempt) {
    return attempt
        .error()
        .filter(_ -> !attempt.equals(attempts.getLast()))
        .map(error -> getTranslation("log.aboutFailed", outcome(attempt), attempt.owner(), error))
        .orElseGet(() -> getTranslation("log.about", outcome(attempt), attempt.owner()));
  }

  private String outcome(Attempt attempt) {
    return attempt.endedAt().isEmpty()
        ? getTranslation("stepState.RUNNING")
        : getTranslation(TextKey.of("outcome", attempt.outcome().orElse(null)));
  }
}
