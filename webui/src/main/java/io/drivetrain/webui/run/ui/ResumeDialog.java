package io.drivetrain.webui.run.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.run.RunPreview.Plan;
import io.drivetrain.pipeline.api.run.RunPreview.StepPreview;
import io.drivetrain.webui.client.PipelineCallException;
import io.drivetrain.webui.component.DialogButtons;
import io.drivetrain.webui.component.DialogError;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.TextKey;
import io.drivetrain.webui.run.RunService;
import java.util.UUID;

/** Shows what a run would do that resumes another one, and starts it. */
class ResumeDialog extends Dialog {
  private static final int LONGEST_NOTE = 1000;

  private final UUID id = UUID.randomUUID();
  private final UUID run;
  private final RunService service;
  private final OrderedList steps = new OrderedList();
  private final TextArea note = new TextArea(getTranslation("trigger.note"));
  private final DialogError error = new DialogError();

  ResumeDialog(UUID run, RunService service) {
    this.run = run;
    this.service = service;
    setHeaderTitle(getTranslation("run.resume"));
    setWidth("min(40rem, 100%)");
    steps.addClassName("plan");
    note.setMaxLength(LONGEST_NOTE);
    note.setHelperText(getTranslation("trigger.note.helper"));
    note.setWidthFull();
    add(new Paragraph(getTranslation("run.resume.text")), steps, note, error);
    getFooter()
        .add(
            DialogButtons.close(this),
            DialogButtons.act("start-resume", getTranslation("trigger.start"), this::start));
    showPlan();
  }

  private void showPlan() {
    try {
      service.resumePlan(run).steps().forEach(step -> steps.add(item(step)));
    } catch (PipelineCallException failure) {
      error.show(failure);
    }
  }

  private ListItem item(StepPreview step) {
    Plan plan = step.plan().orElse(Plan.RUN);
    Span because = new Span(step.because().orElse(""));
    because.addClassName("quiet");
    return new ListItem(
        new Code(step.step()), new Span(getTranslation(TextKey.of("plan", plan))), because);
  }

  private void start() {
    try {
      RunDetails next = service.resume(run, id, note.getValue().strip());
      close();
      UI.getCurrent().navigate(PageLink.run(next.id()));
    } catch (PipelineCallException failure) {
      error.show(failure);
    }
  }
}
