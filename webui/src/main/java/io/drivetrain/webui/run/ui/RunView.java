package io.drivetrain.webui.run.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.drivetrain.webui.client.PipelineConfig;
import io.drivetrain.webui.client.Reply;
import io.drivetrain.webui.client.Reply.Answered;
import io.drivetrain.webui.client.Reply.Refused;
import io.drivetrain.webui.client.Reply.Unreachable;
import io.drivetrain.webui.component.AwayBanner;
import io.drivetrain.webui.component.LivePoller;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.run.ObservedRun;
import io.drivetrain.webui.run.RunService;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * One run, brought up to date while it is open. Its address holds the run, and with {@code
 * ?step=ID} the step that is looked at.
 */
@Route(PageLink.RUNS)
class RunView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
  static final String STEP = "step";

  private final RunService service;
  private final PipelineConfig config;
  private final AwayBanner away = new AwayBanner();
  private final Div content = new Div();
  private UUID id = new UUID(0, 0);
  private Optional<String> step = Optional.empty();
  private Optional<RunPanel> panel = Optional.empty();
  private Optional<LivePoller<ObservedRun>> follower = Optional.empty();

  RunView(RunService service, PipelineConfig config) {
    this.service = service;
    this.config = config;
    addClassName("page");
    add(away, content);
  }

  @Override
  public void setParameter(BeforeEvent event, String text) {
    try {
      id = UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      event.rerouteToError(NotFoundException.class);
    }
    step = event.getLocation().getQueryParameters().getSingleParameter(STEP);
    panel = Optional.empty();
    content.removeAll();
    if (isAttached()) { // from one run to another the view stays
      unfollow();
      follow(UI.getCurrent());
    }
  }

  @Override
  public String getPageTitle() {
    return panel.map(RunPanel::title).orElseGet(() -> getTranslation("run.title"));
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    follow(attach.getUI());
  }

  @Override
  protected void onDetach(DetachEvent detach) {
    unfollow();
  }

  private void follow(UI page) {
    UUID followed = id;
    Reply<ObservedRun> first = service.run(followed);
    show(first);
    follower =
        Optional.of(
            LivePoller.start(page, () -> service.run(followed), this::pause, this::show, first));
  }

  private void unfollow() {
    follower.ifPresent(LivePoller::stop);
  }

  boolean isFollowing() {
    return follower.filter(LivePoller::isFollowing).isPresent();
  }

  private Duration pause(Reply<ObservedRun> latest) {
    return latest instanceof Answered<ObservedRun>(ObservedRun observed)
            && !observed.run().state().isTerminal()
        ? config.activePause()
        : config.idlePause();
  }

  private void show(Reply<ObservedRun> reply) {
    away.show(reply);
    switch (reply) {
      case Answered<ObservedRun>(ObservedRun observed) -> show(observed);
      case Refused<ObservedRun>(var refusal) -> {
        if (refusal.isNotFound()) {
          sayUnknown();
        }
      }
      case Unreachable<ObservedRun> _ -> {} // what was read last stays
    }
  }

  private void show(ObservedRun observed) {
    if (panel.isEmpty()) {
      RunPanel made =
          new RunPanel(
              observed.run(),
              service,
              config,
              step,
              this::remember,
              () -> follower.ifPresent(LivePoller::askNow));
      content.removeAll();
      content.add(made);
      panel = Optional.of(made);
      UI.getCurrent().getPage().setTitle(made.title());
    }
    panel.get().show(observed);
  }

  private void sayUnknown() {
    panel = Optional.empty();
    away.setVisible(false);
    content.removeAll();
    content.add(
        new H1(getTranslation("run.unknown.title")),
        new Paragraph(getTranslation("run.unknown.text")),
        PageLink.toPipelines(getTranslation("pipelines.all")));
  }

  private void remember(String chosen) {
    UI.getCurrent()
        .getPage()
        .getHistory()
        .replaceState(null, PageLink.run(id) + "?" + STEP + "=" + chosen);
  }
}
