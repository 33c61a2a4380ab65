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
import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.webui.client.PipelineConfig;
import io.drivetrain.webui.client.Refusal;
import io.drivetrain.webui.client.ServiceCallException;
import io.drivetrain.webui.client.Subscriptions;
import io.drivetrain.webui.client.Subscriptions.Subscription;
import io.drivetrain.webui.component.ConnectionNotice;
import io.drivetrain.webui.component.LivePoller;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.run.ObservedRun;
import io.drivetrain.webui.run.RunService;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * One run, kept up to date by its events while it is open. Its address holds the run, and with
 * {@code ?step=ID} the step that is looked at.
 */
@Route(PageLink.RUNS)
class RunView extends Div
    implements HasUrlParameter<String>, HasDynamicTitle, LivePoller.Screen<ObservedRun> {
  static final String STEP = "step";

  /** An ended run changes only when somebody retries a step; a working one tells all by events. */
  private static final Duration LONG_PAUSE = Duration.ofSeconds(30);

  private final RunService service;
  private final PipelineConfig config;
  private final Subscriptions subscriptions;
  private final ConnectionNotice connection = new ConnectionNotice();
  private final Div content = new Div();
  private UUID id = new UUID(0, 0);
  private Optional<String> step = Optional.empty();
  private Optional<RunPanel> panel = Optional.empty();
  private Optional<LivePoller<ObservedRun>> poller = Optional.empty();
  private Optional<Subscription> subscription = Optional.empty();

  RunView(RunService service, PipelineConfig config, Subscriptions subscriptions) {
    this.service = service;
    this.config = config;
    this.subscriptions = subscriptions;
    addClassName("page");
    add(connection, content);
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
    poller = Optional.of(LivePoller.start(page, () -> service.run(followed), this));
  }

  private void unfollow() {
    poller.ifPresent(LivePoller::stop);
    poller = Optional.empty();
    unsubscribe();
  }

  private void askNow() {
    poller.ifPresent(LivePoller::askNow);
  }

  boolean isFollowing() {
    return poller.filter(LivePoller::isRunning).isPresent();
  }

  @Override
  public Duration show(ObservedRun observed) {
    connection.hide();
    if (panel.isEmpty()) {
      open(observed.run());
    }
    panel.ifPresent(shown -> shown.show(observed));
    if (observed.run().hasEnded()) {
      unsubscribe();
      return LONG_PAUSE;
    }
    subscribe(observed.run().id());
    return isWorking(observed.run()) ? LONG_PAUSE : config.idlePause();
  }

  @Override
  public Duration showFailure(ServiceCallException failure) {
    if (failure.refusal().filter(Refusal::isNotFound).isPresent()) {
      sayUnknown();
    } else {
      connection.show(failure); // what was read last stays
    }
    return config.idlePause();
  }

  private static boolean isWorking(RunDetails run) {
    return run.steps().stream().anyMatch(one -> one.state() == StepState.RUNNING);
  }

  private void subscribe(UUID run) {
    if (subscription.isEmpty()) {
      subscription = Optional.of(subscriptions.toRun(run, this::askNow));
    }
  }

  private void unsubscribe() {
    subscription.ifPresent(Subscription::close);
    subscription = Optional.empty();
  }

  private void open(RunDetails run) {
    RunPanel made = new RunPanel(run, service, subscriptions, step, this::remember, this::askNow);
    content.removeAll();
    content.add(made);
    panel = Optional.of(made);
    UI.getCurrent().getPage().setTitle(made.title());
  }

  private void sayUnknown() {
    panel = Optional.empty();
    connection.hide();
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
