package io.drivetrain.webui.trackingrun.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import io.drivetrain.webui.artifact.ArtifactService;
import io.drivetrain.webui.component.AddressState;
import io.drivetrain.webui.component.AddressTabs;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.trackingrun.TrackingRun;
import io.drivetrain.webui.trackingrun.TrackingRunService;
import java.util.ArrayList;
import java.util.List;

/** A tracking run: its name and state, and tabs for what it logged and stored. */
class TrackingRunPanel extends Div {
  private static final String TAB = "tab";

  private final StatusBadge badge = new StatusBadge();
  private final List<RunPart> parts = new ArrayList<>();
  private final String title;
  private TrackingRun latest;

  TrackingRunPanel(
      TrackingRun run, TrackingRunService service, ArtifactService artifacts, AddressState state) {
    latest = run;
    title = run.name();
    badge.setId("tracking-run-state");
    badge.getElement().setAttribute("role", "status");
    badge.show(run.status());
    AddressTabs tabs =
        new AddressTabs(state, TAB, getTranslation("trackingRun.parts"))
            .with(
                "overview",
                getTranslation("trackingRun.overview"),
                () -> part(new OverviewTab(latest)))
            .with(
                "metrics",
                getTranslation("trackingRun.charts"),
                () -> part(new MetricsTab(service, latest, state, false)));
    if (run.metrics().stream().anyMatch(TrackingRun.LoggedMetric::isOfSystem)) {
      tabs.with(
          "system",
          getTranslation("trackingRun.system"),
          () -> part(new MetricsTab(service, latest, state, true)));
    }
    tabs.with(
        "artifacts",
        getTranslation("trackingRun.artifacts"),
        () -> new ArtifactsTab(artifacts, latest, state));
    add(head(run), links(run), tabs.open());
  }

  final String title() {
    return title;
  }

  final void show(TrackingRun run) {
    latest = run;
    badge.show(run.status());
    parts.forEach(part -> part.show(run));
  }

  private <T extends Component & RunPart> T part(T part) {
    parts.add(part);
    return part;
  }

  private Div head(TrackingRun run) {
    Div name = new Div(new H1(title), badge);
    name.addClassName("line");
    if (run.deleted()) {
      name.add(new Span(getTranslation("trackingRun.deleted")));
    }
    Anchor zip = new Anchor(PageLink.trackingZip(run.id(), ""), getTranslation("trackingRun.zip"));
    zip.setId("zip");
    zip.setRouterIgnore(true);
    zip.getElement().setAttribute("download", true);
    Div head = new Div(name, zip);
    head.addClassName("head");
    return head;
  }

  private Div links(TrackingRun run) {
    Div links =
        new Div(
            new Span(getTranslation("trackingRun.experiment")),
            PageLink.toTrackingRuns(run.experimentId(), run.experiment()));
    links.addClassNames("line", "run-links");
    run.pipelineRun()
        .ifPresent(id -> links.add(PageLink.toRun(id, getTranslation("trackingRun.pipelineRun"))));
    run.parent()
        .ifPresent(
            id -> links.add(PageLink.toTrackingRun(id, getTranslation("trackingRun.parent"))));
    if (run.children().size() > 1) {
      links.add(
          PageLink.toComparison(
              run.children().stream().map(TrackingRun.ChildRun::id).toList(),
              getTranslation("trackingRun.compareChildren")));
    }
    return links;
  }
}
