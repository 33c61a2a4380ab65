package io.drivetrain.webui.run.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.run.StepDetails;
import io.drivetrain.webui.client.Subscriptions;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.ReasonDialog;
import io.drivetrain.webui.component.ReasonDialog.Need;
import io.drivetrain.webui.component.RunTexts;
import io.drivetrain.webui.component.StateBadge;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.run.RunService;
import java.util.UUID;

/** The step that is looked at: its state, its output and its log. */
class StepCard extends Panel {
  private final StateBadge badge = new StateBadge();
  private final Paragraph message = new Paragraph();
  private final Anchor origin = new Anchor();
  private final StepOutput output = new StepOutput();
  private final Button retry;
  private final LogPanel log;

  /**
   * @param onChange called when something was done that the next answer shows
   */
  StepCard(
      UUID run, String step, RunService service, Subscriptions subscriptions, Runnable onChange) {
    super("step", step);
    addClassName("step");
    retry =
        new Button(
            getTranslation("step.retry"),
            VaadinIcon.REFRESH.create(),
            click ->
                new ReasonDialog(
                        "step.retry",
                        step,
                        Need.REQUIRED,
                        reason -> service.retry(run, step, reason),
                        onChange)
                    .open());
    retry.setId("retry");
    origin.setText(getTranslation("step.origin"));
    message.addClassName("message");
    log = new LogPanel(run, step, service, subscriptions);
    Div suffix = new Div(badge, retry);
    suffix.addClassName("line");
    addToHead(suffix);
    add(message, origin, output, log);
  }

  void show(RunDetails run, StepDetails step, TimeFormat times) {
    badge.show(step.state());
    message.setText(message(step, times));
    origin.setVisible(step.reusedFrom().isPresent());
    step.reusedFrom().ifPresent(from -> origin.setHref(PageLink.run(from.runId())));
    output.show(step.output());
    log.show(step);
    retry.setVisible(run.hasEnded() && canBeRetried(step));
  }

  private static boolean canBeRetried(StepDetails step) {
    return step.state() != null && step.state().isRetriable();
  }

  /** Why it is as it is, or else what it waits or waited for. */
  private String message(StepDetails step, TimeFormat times) {
    String because = new RunTexts(getLocale(), times).because(step.reason(), step.message());
    if (!because.isEmpty()) {
      return because;
    }
    return step.needs().isEmpty()
        ? getTranslation("step.needsNothing")
        : getTranslation("step.needs", String.join(", ", step.needs()));
  }
}
