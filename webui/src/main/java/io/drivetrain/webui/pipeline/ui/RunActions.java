package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.drivetrain.webui.pipeline.PipelineService;
import io.drivetrain.webui.pipeline.Run;
import java.util.Optional;
import java.util.UUID;

/** What a person can do to a run in its state. */
class RunActions extends Div {
  private final PipelineService service;
  private final Runnable onChange;
  private final Button cancel;
  private Optional<UUID> run = Optional.empty();

  /**
   * @param onChange called when something was done that the next answer shows
   */
  RunActions(PipelineService service, Runnable onChange) {
    this.service = service;
    this.onChange = onChange;
    this.cancel =
        new Button(
            getTranslation("run.cancel"),
            VaadinIcon.STOP.create(),
            click -> run.ifPresent(this::askToCancel));
    cancel.setId("cancel");
    cancel.addThemeVariants(ButtonVariant.ERROR);
    addClassName("actions");
    add(cancel);
  }

  void show(Run shown) {
    run = Optional.of(shown.id());
    cancel.setVisible(shown.state().isCancellable());
  }

  private void askToCancel(UUID id) {
    new ReasonDialog(
            getTranslation("run.cancel.title"),
            getTranslation("run.cancel.text"),
            getTranslation("run.cancel"),
            reason -> service.cancel(id, reason),
            onChange)
        .open();
  }
}
