package io.drivetrain.webui.run.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.ReasonDialog;
import io.drivetrain.webui.component.ReasonDialog.Need;
import io.drivetrain.webui.run.RunService;
import java.util.Optional;
import java.util.UUID;

/** What can be done to a run in its state. */
class RunActions extends Div {
  private final Button cancel;
  private final Button resume;

  /**
   * @param onChange called when something was done that the next answer shows
   */
  RunActions(UUID run, RunService service, Runnable onChange) {
    PageLink report = PageLink.toReport(run, getTranslation("run.report"));
    report.setId("report");
    resume =
        new Button(
            getTranslation("run.resume"),
            VaadinIcon.FORWARD.create(),
            click -> new ResumeDialog(run, service).open());
    resume.setId("resume");
    resume.addThemeVariants(ButtonVariant.PRIMARY);
    cancel =
        new Button(
            getTranslation("run.cancel"),
            VaadinIcon.STOP.create(),
            click ->
                new ReasonDialog(
                        "run.cancel",
                        "",
                        Need.OPTIONAL,
                        reason -> service.cancel(run, reason),
                        onChange)
                    .open());
    cancel.setId("cancel");
    cancel.addThemeVariants(ButtonVariant.ERROR);
    addClassName("line");
    add(report, resume, cancel);
  }

  void show(RunDetails run) {
    Optional<RunState> state = Optional.ofNullable(run.state());
    cancel.setVisible(state.filter(RunState::isCancellable).isPresent());
    resume.setVisible(state.filter(RunState::isResumable).isPresent());
  }
}
