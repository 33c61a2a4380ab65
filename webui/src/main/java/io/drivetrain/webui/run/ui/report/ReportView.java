package io.drivetrain.webui.run.ui.report;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.drivetrain.pipeline.api.report.RunReport;
import io.drivetrain.webui.client.Refusal;
import io.drivetrain.webui.client.ServiceCallException;
import io.drivetrain.webui.client.Subscriptions;
import io.drivetrain.webui.client.Subscriptions.Subscription;
import io.drivetrain.webui.component.ConnectionNotice;
import io.drivetrain.webui.component.LivePoller;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.language.Language;
import io.drivetrain.webui.run.RunService;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The report of a run. It is read again when something happens to a run that has not ended. */
@Route(PageLink.RUNS + "/:" + ReportView.RUN + "/report")
class ReportView extends Div
    implements BeforeEnterObserver, HasDynamicTitle, LivePoller.Screen<RunReport> {
  static final String RUN = "run";

  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final RunService service;
  private final Subscriptions subscriptions;
  private final ConnectionNotice connection = new ConnectionNotice();
  private final Div content = new Div();
  private UUID id = new UUID(0, 0);
  private Optional<LivePoller<RunReport>> poller = Optional.empty();
  private Subscription subscription = Subscription.none();
  private boolean isFinal;

  ReportView(RunService service, Subscriptions subscriptions) {
    this.service = service;
    this.subscriptions = subscriptions;
    addClassName("page");
    add(connection, content);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    try {
      id = UUID.fromString(event.getRouteParameters().get(RUN).orElse(""));
    } catch (IllegalArgumentException notAnId) {
      event.rerouteToError(NotFoundException.class);
    }
  }

  @Override
  public String getPageTitle() {
    return getTranslation("report.title");
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    UUID shown = id;
    poller = Optional.of(LivePoller.start(attach.getUI(), () -> service.report(shown), this));
    if (!isFinal) {
      subscription = subscriptions.toRun(shown, () -> poller.ifPresent(LivePoller::askNow));
    }
  }

  @Override
  protected void onDetach(DetachEvent detach) {
    poller.ifPresent(LivePoller::stop);
    subscription.close();
  }

  @Override
  public Duration show(RunReport report) {
    connection.hide();
    if (!isFinal) {
      content.removeAll();
      content.add(head(report), new ReportSections(report));
    }
    isFinal = report.settled();
    return PAUSE;
  }

  @Override
  public Duration showFailure(ServiceCallException failure) {
    if (failure.refusal().filter(Refusal::isNotFound).isPresent()) {
      content.removeAll();
      content.add(
          new H1(getTranslation("run.unknown.title")),
          new Paragraph(getTranslation("run.unknown.text")));
    } else {
      connection.show(failure);
    }
    return PAUSE;
  }

  private Div head(RunReport report) {
    PageLink back = PageLink.toRun(report.runId(), getTranslation("report.back"));
    back.addClassName("back");
    Anchor file =
        new Anchor(
            PageLink.reportFile(report.runId(), Language.of(getLocale())),
            getTranslation("report.download"));
    file.setId("report-file");
    file.setRouterIgnore(true);
    file.getElement().setAttribute("download", true);
    Div line = new Div(new H1(getTranslation("report.titleOf", report.label())), file);
    line.addClassName("head");
    UI.getCurrent().getPage().setTitle(getTranslation("report.titleOf", report.label()));
    return new Div(back, line);
  }
}
