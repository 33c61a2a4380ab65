package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.drivetrain.webui.client.PipelineConfig;
import io.drivetrain.webui.client.ServiceCallException;
import io.drivetrain.webui.client.Subscriptions;
import io.drivetrain.webui.client.Subscriptions.Subscription;
import io.drivetrain.webui.component.ConnectionNotice;
import io.drivetrain.webui.component.KeyedList;
import io.drivetrain.webui.component.LivePoller;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.pipeline.Overview;
import io.drivetrain.webui.pipeline.Overview.Activity;
import io.drivetrain.webui.pipeline.PipelineService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What can be run and what ran last, kept up to date while it is open: by the events of all runs,
 * and by a slow poll for definitions and schedules. With {@code ?pipeline=ID} it shows one pipeline
 * and lists all of its runs.
 */
@Route(PageLink.PIPELINES)
class PipelinesView extends Div
    implements BeforeEnterObserver, HasDynamicTitle, LivePoller.Screen<Overview> {
  private final PipelineService service;
  private final PipelineConfig config;
  private final ConnectionNotice connection = new ConnectionNotice();
  private final RefusedDefinitions refused = new RefusedDefinitions();
  private final Div empty = new Div();
  private final Div cards = new Div();
  private final KeyedList<Activity, PipelineCard> activities;
  private final Subscriptions subscriptions;
  private Optional<String> chosen = Optional.empty();
  private Optional<RunGrid> runs = Optional.empty();
  private Optional<Overview> latest = Optional.empty();
  private Optional<LivePoller<Overview>> poller = Optional.empty();
  private Subscription subscription = Subscription.none();

  PipelinesView(PipelineService service, PipelineConfig config, Subscriptions subscriptions) {
    this.service = service;
    this.config = config;
    this.subscriptions = subscriptions;
    this.activities =
        new KeyedList<>(
            cards,
            activity -> List.of(activity.pipeline().id(), activity.pipeline().version()),
            activity -> new PipelineCard(activity.pipeline(), service, this::askNow));
    addClassName("page");
    cards.addClassName("pipelines");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    chosen = event.getLocation().getQueryParameters().getSingleParameter(PageLink.PIPELINE);
    runs = Optional.empty();
    empty.removeAll();
    removeAll();
    add(head(), connection, refused, empty, cards);
    latest.ifPresent(this::show); // from all to one the view stays
  }

  @Override
  public String getPageTitle() {
    return getTranslation("pipelines.title");
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    poller = Optional.of(LivePoller.start(attach.getUI(), service::overview, this));
    subscription = subscriptions.toRuns(this::askNow);
  }

  @Override
  protected void onDetach(DetachEvent detach) {
    poller.ifPresent(LivePoller::stop);
    subscription.close();
  }

  private void askNow() {
    poller.ifPresent(LivePoller::askNow);
  }

  boolean isFollowing() {
    return poller.filter(LivePoller::isRunning).isPresent();
  }

  private Div head() {
    Paragraph lead = new Paragraph(getTranslation("pipelines.lead"));
    lead.addClassName("lead");
    Div head = new Div();
    if (chosen.isPresent()) {
      PageLink all = PageLink.toPipelines(getTranslation("pipelines.all"));
      all.addClassName("back");
      head.add(all);
    }
    head.add(new H1(getTranslation("pipelines.title")), lead);
    return head;
  }

  @Override
  public Duration showFailure(ServiceCallException failure) {
    connection.show(failure); // what was read last stays
    return config.idlePause();
  }

  @Override
  public Duration show(Overview overview) {
    latest = Optional.of(overview);
    List<Activity> shown =
        chosen.map(id -> overview.of(id).stream().toList()).orElse(overview.pipelines());
    connection.hide();
    refused.show(overview.refused());
    activities.show(shown, PipelineCard::show);
    if (chosen.isPresent() && !shown.isEmpty()) {
      showRuns(shown.getFirst());
    }
    empty.removeAll();
    if (shown.isEmpty()) {
      sayEmpty();
    }
    return config.idlePause();
  }

  private void showRuns(Activity activity) {
    if (runs.isEmpty()) {
      runs = Optional.of(new RunGrid(activity.pipeline().id(), service));
      add(runs.get());
    }
    runs.get().show(activity.runs());
  }

  private void sayEmpty() {
    String which = chosen.isPresent() ? "pipelines.unknown" : "pipelines.empty";
    Panel panel = new Panel("no-pipeline", getTranslation(which + ".title"));
    panel.add(new Paragraph(getTranslation(which + ".text")));
    empty.add(panel);
  }
}
