package io.drivetrain.webui.model.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.drivetrain.models.bundle.Provenance;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.component.report.ReportNumbers;
import io.drivetrain.webui.model.Version;
import io.drivetrain.webui.model.VersionPage;

/** From the data over the runs to the version, and whether it is in production. */
class LineagePanel extends Panel {
  private static final int SHORT_HASH = 12;

  private final OrderedList steps = new OrderedList();

  LineagePanel(VersionPage page) {
    super("lineage", UI.getCurrent().getTranslation("models.lineage"));
    Version version = page.version();
    steps.addClassName("lineage");
    page.content().bundle().ifPresent(bundle -> data(bundle.provenance()));
    version
        .pipelineRun()
        .ifPresent(run ->
            step(
                "models.lineage.pipelineRun",
                PageLink.toRun(run, getTranslation("models.lineage.open")),
                run.toString()));
    version
        .trackingRun()
        .ifPresent(run ->
            step(
                "models.lineage.trackingRun",
                PageLink.toTrackingRun(run, getTranslation("models.lineage.open")),
                run));
    step(
        "models.lineage.version",
        new Span(getTranslation("models.version", version.number())),
        TimeFormat.of(UI.getCurrent()).at(version.createdAt()));
    production(page);
    add(steps);
  }

  private void data(Provenance provenance) {
    ReportNumbers numbers = new ReportNumbers(getLocale());
    step(
        "models.lineage.data",
        new Span(provenance.dataSource()),
        getTranslation(
            "models.lineage.rows",
            numbers.count(provenance.rows().read()),
            provenance.dataHash().substring(0, SHORT_HASH)));
  }

  private void production(VersionPage page) {
    if (page.isInProduction()) {
      step(
          "models.production",
          new StageBadge(page.version().stage()),
          page.model()
              .productionSince()
              .map(
                  since -> getTranslation("models.since", TimeFormat.of(UI.getCurrent()).at(since)))
              .orElse(""));
      return;
    }
    step(
        "models.production",
        page.model()
            .production()
            .<Component>map(other ->
                PageLink.toVersion(
                    page.model().name(), other, getTranslation("models.version", other)))
            .orElseGet(() -> new Span(getTranslation("models.nothing"))),
        getTranslation("models.lineage.other"));
  }

  private void step(String key, Component what, String detail) {
    Span name = new Span(getTranslation(key));
    name.addClassName("quiet");
    Span small = new Span(detail);
    small.addClassNames("quiet", "detail");
    Div box = new Div(name, what, small);
    box.addClassName("lineage-step");
    steps.add(new ListItem(box));
  }
}
