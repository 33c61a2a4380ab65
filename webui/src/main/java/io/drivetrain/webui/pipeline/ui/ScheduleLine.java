package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.drivetrain.pipeline.api.overview.PipelineOverview.Pipeline;
import io.drivetrain.pipeline.api.schedule.Pause;
import io.drivetrain.pipeline.api.schedule.ScheduleView;
import io.drivetrain.webui.client.PipelineCallException;
import io.drivetrain.webui.component.FailureNotification;
import io.drivetrain.webui.component.ReasonDialog;
import io.drivetrain.webui.component.ReasonDialog.Need;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.pipeline.PipelineService;
import java.util.Optional;

/** When a schedule starts a pipeline next, and a button that pauses and resumes it. */
class ScheduleLine extends Div {
  /** How Java writes UTC. */
  private static final String UTC_ID = "Z";

  private final Pipeline pipeline;
  private final PipelineService service;
  private final Runnable onChange;
  private final Span text = new Span();
  private final Span cron = new Span();
  private final Button pause;
  private final Button resume;

  ScheduleLine(Pipeline pipeline, PipelineService service, Runnable onChange) {
    this.pipeline = pipeline;
    this.service = service;
    this.onChange = onChange;
    this.pause =
        new Button(
            getTranslation("schedule.pause"), VaadinIcon.PAUSE.create(), click -> askToPause());
    this.resume =
        new Button(getTranslation("schedule.resume"), VaadinIcon.PLAY.create(), click -> resume());
    addClassNames("line", "schedule");
    cron.addClassName("quiet");
    for (Button button : new Button[] {pause, resume}) {
      button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
      button.setAriaLabel(button.getText() + " \u2013 " + pipeline.label());
      button.setVisible(false);
    }
    add(VaadinIcon.CLOCK.create(), text, cron, pause, resume);
  }

  void show(Optional<ScheduleView> schedule, TimeFormat times) {
    boolean isPaused = schedule.flatMap(ScheduleView::paused).isPresent();
    text.setText(
        schedule
            .map(known -> describe(known, times))
            .orElseGet(() -> getTranslation("schedule.none")));
    cron.setText(
        schedule
            .map(known -> getTranslation("schedule.cron", known.cron(), timeZone(known)))
            .orElse(""));
    pause.setVisible(schedule.isPresent() && !isPaused);
    resume.setVisible(isPaused);
    getElement().setAttribute("data-paused", isPaused);
  }

  private static String timeZone(ScheduleView schedule) {
    return UTC_ID.equals(schedule.timeZone()) ? "UTC" : schedule.timeZone();
  }

  private String describe(ScheduleView schedule, TimeFormat times) {
    return schedule
        .paused()
        .map(paused -> describe(paused, times))
        .or(() -> schedule.next().map(next -> getTranslation("schedule.next", times.at(next))))
        .orElseGet(() -> getTranslation("schedule.over"));
  }

  private String describe(Pause paused, TimeFormat times) {
    String since = times.at(paused.since());
    return paused.reason() == null || paused.reason().isBlank()
        ? getTranslation("schedule.paused", since)
        : getTranslation("schedule.pausedBecause", since, paused.reason());
  }

  private void askToPause() {
    new ReasonDialog(
            "schedule.pause",
            pipeline.label(),
            Need.OPTIONAL,
            reason -> service.pause(pipeline.id(), reason),
            onChange)
        .open();
  }

  private void resume() {
    try {
      service.resume(pipeline.id());
    } catch (PipelineCallException failure) {
      FailureNotification.show(failure);
    }
    onChange.run();
  }
}
