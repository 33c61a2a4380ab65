package io.drivetrain.webui.run.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import io.drivetrain.webui.client.Attempt;
import io.drivetrain.webui.client.PipelineConfig;
import io.drivetrain.webui.client.Reply;
import io.drivetrain.webui.client.Reply.Answered;
import io.drivetrain.webui.client.Reply.Refused;
import io.drivetrain.webui.client.Reply.Unreachable;
import io.drivetrain.webui.component.LivePoller;
import io.drivetrain.webui.run.RunService;
import io.drivetrain.webui.run.StepLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tries of one step and the log of one of them, followed while it grows. */
class LogPanel extends Div {
  private final UUID run;
  private final String step;
  private final RunService service;
  private final PipelineConfig config;
  private final Select<Integer> attempts = new Select<>();
  private final Paragraph about = new Paragraph();
  private final Anchor whole = new Anchor("", getTranslation("log.whole"), AnchorTarget.BLANK);
  private final LogText text = new LogText();
  private volatile Place place = new Place(Optional.empty(), Optional.empty());
  private List<String> offered = List.of();
  private boolean followsLatest = true;
  private Optional<LivePoller<StepLog>> follower = Optional.empty();

  /**
   * How far a log was read.
   *
   * @param attempt whose log it is; empty for the latest one
   * @param position the byte to go on from; empty before the first part
   */
  private record Place(Optional<Integer> attempt, Optional<Long> position) {}

  LogPanel(UUID run, String step, RunService service, PipelineConfig config) {
    this.run = run;
    this.step = step;
    this.service = service;
    this.config = config;
    attempts.setLabel(getTranslation("log.attempts"));
    attempts.addValueChangeListener(change -> {
      if (change.isFromClient() && change.getValue() != null) {
        followsLatest = change.getValue() == offered.size();
        read(Optional.of(change.getValue()));
      }
    });
    about.addClassName("quiet");
    whole.setRouterIgnore(true);
    Div head = new Div(new H3(getTranslation("log.title")), whole);
    head.addClassName("run-head");
    addClassName("log");
    add(head, attempts, about, text);
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    Reply<StepLog> first = ask();
    show(first);
    follower =
        Optional.of(LivePoller.start(attach.getUI(), this::ask, this::pause, this::show, first));
  }

  @Override
  protected void onDetach(DetachEvent detach) {
    follower.ifPresent(LivePoller::stop);
  }

  private Reply<StepLog> ask() {
    Place from = place;
    return service.log(run, step, from.attempt(), from.position());
  }

  private Duration pause(Reply<StepLog> latest) {
    boolean grows =
        latest instanceof Answered<StepLog>(StepLog log)
            && (!log.text().isEmpty()
                || log.shown().filter(shown -> shown.outcome().isEmpty()).isPresent());
    return grows ? config.activePause() : config.idlePause();
  }

  private void show(Reply<StepLog> reply) {
    switch (reply) {
      case Answered<StepLog>(StepLog log) -> show(log);
      case Refused<StepLog> _ -> about.setText(getTranslation("log.none"));
      case Unreachable<StepLog> _ -> {} // the page says so
    }
  }

  private void show(StepLog log) {
    if (isOutdated(log)) {
      return;
    }
    place = new Place(log.shown().map(Attempt::number), log.shown().map(shown -> log.to()));
    offer(log.attempts(), log.shown());
    about.setText(
        log.shown()
            .map(shown -> about(shown, log.attempts()))
            .orElseGet(() -> getTranslation("log.none")));
    whole.setVisible(log.to() > 0);
    log.shown()
        .ifPresent(
            shown -> whole.setHref("run-files/%s/logs/%s/%d".formatted(run, step, shown.number())));
    text.append(log.text());
    if (followsLatest && !log.shown().equals(latest(log.attempts()))) {
      read(latest(log.attempts()).map(Attempt::number));
    }
  }

  /** Whether it answers a question about another place: a person has chosen another try since. */
  private boolean isOutdated(StepLog log) {
    Optional<Integer> attempt = log.shown().map(Attempt::number);
    return place.attempt().isPresent() && !place.attempt().equals(attempt)
        || place.position().filter(at -> at != log.from()).isPresent();
  }

  /** Begins with the log of another try. */
  private void read(Optional<Integer> attempt) {
    place = new Place(attempt, Optional.empty());
    text.clear();
    follower.ifPresent(LivePoller::askNow);
  }

  private void offer(List<Attempt> tries, Optional<Attempt> shown) {
    attempts.setVisible(tries.size() > 1);
    List<String> labels = tries.stream().map(this::label).toList();
    if (!labels.equals(offered)) {
      offered = labels;
      attempts.setItemLabelGenerator(number -> labels.get(number - 1));
      attempts.setItems(tries.stream().map(Attempt::number).toList());
    }
    shown.map(Attempt::number).ifPresent(attempts::setValue);
  }

  private static Optional<Attempt> latest(List<Attempt> tries) {
    return tries.isEmpty() ? Optional.empty() : Optional.of(tries.getLast());
  }

  private String label(Attempt attempt) {
    return getTranslation("log.attempt", attempt.number(), outcome(attempt));
  }

  /** What went wrong in the latest try stands at the step itself. */
  private String about(Attempt attempt, List<Attempt> tries) {
    return attempt
        .error()
        .filter(_ -> !latest(tries).equals(Optional.of(attempt)))
        .map(error -> getTranslation("log.aboutFailed", outcome(attempt), attempt.owner(), error))
        .orElseGet(() -> getTranslation("log.about", outcome(attempt), attempt.owner()));
  }

  private String outcome(Attempt attempt) {
    return attempt
        .outcome()
        .map(outcome -> getTranslation("outcome." + outcome))
        .orElseGet(() -> getTranslation("stepState.RUNNING"));
  }
}
