package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.drivetrain.webui.client.PipelineConfig;
import io.drivetrain.webui.client.Reply;
import io.drivetrain.webui.client.Reply.Answered;
import io.drivetrain.webui.client.Reply.Refused;
import io.drivetrain.webui.client.Reply.Unreachable;
import io.drivetrain.webui.component.AwayBanner;
import io.drivetrain.webui.component.KeyedList;
import io.drivetrain.webui.component.LivePoller;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.pipeline.Overview;
import io.drivetrain.webui.pipeline.Overview.Activity;
import io.drivetrain.webui.pipeline.PipelineService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What can be run and what ran last, brought up to date while it is open. With {@code ?pipeline=ID}
 * it shows one pipeline and lists its runs.
 */
@Route(PageLink.PIPELINES)
class PipelinesView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  static final String CHOSEN = PageLink.PIPELINE;

  private final PipelineService service;
  private final PipelineConfig config;
  private final AwayBanner away = new AwayBanner();
  private final RefusedDefinitions refused = new RefusedDefinitions();
  private final Div empty = new Div();
  private final Div cards = new Div();
  private final RunTable table = new RunTable();
  private final KeyedList<Activity, PipelineCard> activities;
  private Optional<String> chosen = Optional.empty();
  private Optional<Overview> latest = Optional.empty();
  private Optional<LivePoller<Overview>> follower = Optional.empty();

  PipelinesView(PipelineService service, PipelineConfig config) {
    this.service = service;
    this.config = config;
    this.activities =
        new KeyedList<>(
            cards,
            Activity::pipeline,
            activity -> new PipelineCard(activity.pipeline(), service, this::askNow));
    addClassName("page");
    cards.addClassName("pipelines");
    empty.addClassNames("card", "empty");
    empty.setVisible(false);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    chosen = event.getLocation().getQueryParameters().getSingleParameter(CHOSEN);
    empty.removeAll();
    removeAll();
    add(head(), away, refused, empty, cards, table);
    latest.ifPresent(this::show); // from all to one the view stays
  }

  @Override
  public String getPageTitle() {
    return getTranslation("pipelines.title");
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    Reply<Overview> first = service.overview();
    show(first);
    follower =
        Optional.of(
            LivePoller.start(attach.getUI(), service::overview, this::pause, this::show, first));
  }

  @Override
  protected void onDetach(DetachEvent detach) {
    follower.ifPresent(LivePoller::stop);
  }

  private void askNow() {
    follower.ifPresent(LivePoller::askNow);
  }

  boolean isFollowing() {
    return follower.filter(LivePoller::isFollowing).isPresent();
  }

  private Duration pause(Reply<Overview> latest) {
    return latest instanceof Answered<Overview>(Overview overview) && overview.isActive()
        ? config.activePause()
        : config.idlePause();
  }

  private Div head() {
    Paragraph lead = new Paragraph(getTranslation("pipelines.lead"));
    lead.addClassName("lead");
    Div head = new Div();
    if (chosen.isPresent()) {
      RouterLink all = new RouterLink(getTranslation("pipelines.all"), PipelinesView.class);
      all.addClassName("back");
      head.add(all);
    }
    head.add(new H1(getTranslation("pipelines.title")), lead);
    return head;
  }

  private void show(Reply<Overview> reply) {
    away.show(reply);
    switch (reply) {
      case Answered<Overview>(Overview overview) -> show(overview);
      case Refused<Overview> _, Unreachable<Overview> _ -> {} // what was read last stays
    }
  }

  private void show(Overview overview) {
    latest = Optional.of(overview);
    List<Activity> shown =
        chosen.map(id -> overview.of(id).stream().toList()).orElse(overview.pipelines());
    refused.show(overview.refused());
    activities.show(shown, PipelineCard::show);
    table.setVisible(chosen.isPresent() && !shown.isEmpty());
    if (table.isVisible()) {
      table.show(shown.getFirst().runs(), TimeFormat.of(UI.getCurrent()));
    }
    empty.setVisible(shown.isEmpty());
    if (shown.isEmpty() && empty.getElement().getChildCount() == 0) {
      sayEmpty();
    }
  }

  private void sayEmpty() {
    String which = chosen.isPresent() ? "pipelines.unknown" : "pipelines.empty";
    empty.add(
        new H2(getTranslation(which + ".title")), new Paragraph(getTranslation(which + ".text")));
  }
}
