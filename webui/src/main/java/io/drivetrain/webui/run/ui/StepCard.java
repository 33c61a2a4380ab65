package io.drivetrain.webui.run.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouterLink;
import io.drivetrain.webui.client.PipelineConfig;
import io.drivetrain.webui.client.Run;
import io.drivetrain.webui.client.Step;
import io.drivetrain.webui.component.ReasonDialog;
import io.drivetrain.webui.component.RunTexts;
import io.drivetrain.webui.component.StateBadge;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.run.RunService;
import java.util.UUID;

/** The step that is looked at: what it says, what it told the others, and its log. */
class StepCard extends Section {
  private final StateBadge badge = new StateBadge();
  private final Paragraph message = new Paragraph();
  private final RouterLink origin = new RouterLink();
  private final StepOutput output = new StepOutput();
  private final Button retry;

  /**
   * @param onChange called when something was done that the next answer shows
   */
  StepCard(UUID run, String step, RunService service, PipelineConfig config, Runnable onChange) {
    setId("step");
    addClassNames("card", "step");
    retry =
        new Button(
            getTranslation("step.retry"),
            VaadinIcon.REFRESH.create(),
            click ->
                new ReasonDialog(
                        "step.retry", step, reason -> service.retry(run, step, reason), onChange)
                    .required()
                    .open());
    retry.setId("retry");
    origin.setText(getTranslation("step.origin"));
    message.addClassName("message");
    Div name = new Div(new H2(step), badge);
    name.addClassName("run-name");
    Div head = new Div(name, retry);
    head.addClassName("run-head");
    add(head, message, origin, output, new LogPanel(run, step, service, config));
  }

  void show(Run run, Step step, TimeFormat times) {
    badge.show(step.state());
    message.setText(message(step, times));
    origin.setVisible(step.reusedFrom().isPresent());
    step.reusedFrom().ifPresent(from -> origin.setRoute(RunView.class, from.runId().toString()));
    output.show(step.output());
    retry.setVisible(run.state().isTerminal() && step.isRetriable());
  }

  /** Why it is as it is, or else what it waits or waited for. */
  private String message(Step step, TimeFormat times) {
    String because = new RunTexts(getLocale(), times).because(step.reason(), step.message());
    if (!because.isEmpty()) {
      return because;
    }
    return step.needs().isEmpty()
        ? getTranslation("step.needsNothing")
        : getTranslation("step.needs", String.join(", ", step.needs()));
  }
}
