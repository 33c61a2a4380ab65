package io.drivetrain.webui.model.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.drivetrain.pipeline.api.report.RunReport;
import io.drivetrain.webui.client.ServiceCallException;
import io.drivetrain.webui.component.ConnectionNotice;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.report.CardSection;
import io.drivetrain.webui.component.report.GateSection;
import io.drivetrain.webui.component.report.MetricSection;
import io.drivetrain.webui.component.report.SliceSection;
import io.drivetrain.webui.model.ModelChanges;
import io.drivetrain.webui.model.ModelService;
import io.drivetrain.webui.model.VersionPage;
import io.drivetrain.webui.model.VersionPages;
import io.drivetrain.webui.prediction.PredictionConfig;
import io.drivetrain.webui.registry.RegistryConfig;
import java.util.Optional;

/** One version of a model: what it is, how good it is, where it comes from and where it goes. */
@Route(PageLink.MODELS + "/:" + ModelView.MODEL + "/versions/:" + VersionView.VERSION)
class VersionView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  static final String VERSION = "version";

  private final VersionPages pages;
  private final ModelService service;
  private final ModelChanges changes;
  private final RegistryConfig registry;
  private final PredictionConfig prediction;
  private final ConnectionNotice connection = new ConnectionNotice();
  private final Div content = new Div();
  private String model = "";
  private String number = "";

  VersionView(
      VersionPages pages,
      ModelService service,
      ModelChanges changes,
      RegistryConfig registry,
      PredictionConfig prediction) {
    this.pages = pages;
    this.service = service;
    this.changes = changes;
    this.registry = registry;
    this.prediction = prediction;
    addClassName("page");
    add(connection, content);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    model = event.getRouteParameters().get(ModelView.MODEL).map(PageLink::decoded).orElse("");
    number = event.getRouteParameters().get(VERSION).orElse("");
    content.removeAll();
    show();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("models.titleOf", model, number);
  }

  /** Reads everything anew: a change was made, here or by somebody else. */
  private void show() {
    try {
      Optional<VersionPage> page = pages.page(model, number);
      connection.hide();
      content.removeAll();
      page.ifPresentOrElse(this::show, this::sayUnknown);
    } catch (ServiceCallException failure) {
      connection.show(failure); // what was read last stays
    }
  }

  private void show(VersionPage page) {
    Optional<RunReport> report = report(page);
    Div parts = new Div();
    parts.addClassName("report");
    parts.add(new OverviewPanel(page, changes, this::show));
    parts.add(new LineagePanel(page));
    page.content().bundle().ifPresent(bundle -> parts.add(new MetricsPanel(bundle)));
    report.ifPresent(measured -> addMeasured(parts, measured));
    page.content().bundle().ifPresent(bundle -> parts.add(new SchemaPanel(bundle.schema())));
    page.content().mlflow().ifPresent(mlflow -> parts.add(new SignaturePanel(mlflow)));
    page.content().bundle().ifPresent(bundle -> parts.add(new ProvenancePanel(bundle)));
    report.flatMap(RunReport::card).ifPresent(card -> parts.add(new CardSection(card)));
    parts.add(new SnippetPanel(page, registry.trackingUri(), isServed(page)));
    parts.add(new AuditPanel(model, Optional.of(number), service));
    content.add(new VersionHead(page, changes, this::show), parts);
  }

  /** What the run measured: against the champion of then, on the same rows of the hold-out. */
  private void addMeasured(Div parts, RunReport report) {
    report
        .comparison()
        .filter(comparison -> !comparison.metrics().isEmpty())
        .filter(comparison -> !comparison.champion().isEmpty())
        .ifPresent(comparison ->
            parts.add(
                new MetricSection(
                    getTranslation("models.compared", comparison.champion()), comparison)));
    if (!report.gates().isEmpty()) {
      parts.add(new GateSection(report.gates()));
    }
    report
        .comparison()
        .filter(comparison -> !comparison.slices().isEmpty())
        .ifPresent(comparison -> parts.add(new SliceSection(comparison)));
  }

  /** Whether this application predicts with it. */
  private boolean isServed(VersionPage page) {
    return page.isInProduction() && page.version().model().equals(prediction.modelName());
  }

  private Optional<RunReport> report(VersionPage page) {
    try {
      return pages.report(page.version());
    } catch (ServiceCallException failure) {
      connection.show(failure); // the page has all that the registry knows
      return Optional.empty();
    }
  }

  private void sayUnknown() {
    content.add(
        new H1(getTranslation("models.unknownVersion.title")),
        new Paragraph(getTranslation("models.unknownVersion.text", model, number)),
        PageLink.toModel(model, model));
  }
}
