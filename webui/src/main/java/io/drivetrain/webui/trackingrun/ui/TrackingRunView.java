package io.drivetrain.webui.trackingrun.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.drivetrain.webui.artifact.ArtifactService;
import io.drivetrain.webui.client.Refusal;
import io.drivetrain.webui.client.ServiceCallException;
import io.drivetrain.webui.component.AddressState;
import io.drivetrain.webui.component.ConnectionNotice;
import io.drivetrain.webui.component.LivePoller;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.trackingrun.TrackingRun;
import io.drivetrain.webui.trackingrun.TrackingRunService;
import java.time.Duration;
import java.util.Optional;

/**
 * One tracking run, asked for again while it runs: the registry tells nobody of new metrics. The
 * address holds the run, the tab and the file that is looked at.
 */
@Route(PageLink.TRACKING_RUNS + "/:" + TrackingRunView.RUN)
class TrackingRunView extends Div
    implements BeforeEnterObserver, HasDynamicTitle, LivePoller.Screen<TrackingRun> {
  static final String RUN = "run";

  private static final Duration WHILE_RUNNING = Duration.ofSeconds(3);
  private static final Duration AFTERWARDS = Duration.ofMinutes(1);

  private final TrackingRunService service;
  private final ArtifactService artifacts;
  private final ConnectionNotice connection = new ConnectionNotice();
  private final Div content = new Div();
  private String id = "";
  private AddressState state;
  private Optional<TrackingRunPanel> panel = Optional.empty();
  private Optional<LivePoller<TrackingRun>> poller = Optional.empty();

  TrackingRunView(TrackingRunService service, ArtifactService artifacts) {
    this.service = service;
    this.artifacts = artifacts;
    addClassName("page");
    add(connection, content);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id = event.getRouteParameters().get(RUN).orElseThrow();
    state = new AddressState(PageLink.trackingRun(id), event.getLocation().getQueryParameters());
    panel = Optional.empty();
    content.removeAll();
    if (isAttached()) { // from one run to another the view stays
      unfollow();
      follow(UI.getCurrent());
    }
  }

  @Override
  public String getPageTitle() {
    return panel.map(TrackingRunPanel::title).orElseGet(() -> getTranslation("trackingRun.title"));
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
    String followed = id;
    poller = Optional.of(LivePoller.start(page, () -> service.run(followed), this));
  }

  private void unfollow() {
    poller.ifPresent(LivePoller::stop);
    poller = Optional.empty();
  }

  @Override
  public Duration show(TrackingRun run) {
    connection.hide();
    if (panel.isEmpty()) {
      TrackingRunPanel made = new TrackingRunPanel(run, service, artifacts, state);
      content.removeAll();
      content.add(made);
      panel = Optional.of(made);
      UI.getCurrent().getPage().setTitle(made.title());
    } else {
      panel.get().show(run);
    }
    return run.status().hasEnded() ? AFTERWARDS : WHILE_RUNNING;
  }

  @Override
  public Duration showFailure(ServiceCallException failure) {
    if (failure.refusal().filter(Refusal::isNotFound).isPresent()) {
      panel = Optional.empty();
      content.removeAll();
      content.add(
          new H1(getTranslation("trackingRun.unknown.title")),
          new Paragraph(getTranslation("trackingRun.unknown.text")));
    } else {
      connection.show(failure); // what was read last stays
    }
    return AFTERWARDS;
  }
}
