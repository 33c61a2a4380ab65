package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.drivetrain.webui.pipeline.PipelineService;
import io.drivetrain.webui.pipeline.Run;
import io.drivetrain.webui.pipeline.Step;
import io.drivetrain.webui.pipeline.StepState;
import java.util.UUID;

/** What a run asks a person, and the buttons that answer. Hidden while it asks nothing. */
class ApprovalPanel extends Section {
  private final KeyedList<Step, Question> questions;

  /**
   * @param onChange called when something was done that the next answer shows
   */
  ApprovalPanel(UUID run, PipelineService service, Runnable onChange) {
    setId("approval");
    addClassName("why");
    getElement().setAttribute("data-tone", Tone.ASKING.key());
    Div list = new Div();
    questions =
        new KeyedList<>(list, Step::id, step -> new Question(run, step.id(), service, onChange));
    add(new H2(getTranslation("approval.title")), list);
  }

  void show(Run run, Moments moments) {
    var waiting =
        run.steps().stream().filter(step -> step.state() == StepState.WAITING_APPROVAL).toList();
    setVisible(!waiting.isEmpty());
    questions.show(waiting, (question, step) -> question.show(step, moments));
  }

  private static final class Question extends Div {
    private final Span text = new Span();
    private final Span expires = new Span();

    Question(UUID run, String step, PipelineService service, Runnable onChange) {
      Button approve =
          new Button(
              getTranslation("approval.approve"),
              VaadinIcon.CHECK.create(),
              click ->
                  new ReasonDialog(
                          "approval.approve",
                          step,
                          reason -> service.approve(run, step, reason),
                          onChange)
                      .required()
                      .open());
      approve.addThemeVariants(ButtonVariant.PRIMARY);
      Button reject =
          new Button(
              getTranslation("approval.reject"),
              VaadinIcon.CLOSE_SMALL.create(),
              click ->
                  new ReasonDialog(
                          "approval.reject",
                          step,
                          reason -> service.reject(run, step, reason),
                          onChange)
                      .required()
                      .open());
      reject.addThemeVariants(ButtonVariant.ERROR);
      expires.addClassName("quiet");
      Div buttons = new Div(approve, reject);
      buttons.addClassName("actions");
      addClassName("question");
      add(new Paragraph(new Code(step), text, expires), buttons);
    }

    void show(Step step, Moments moments) {
      text.setText(step.approval().map(Step.Approval::message).orElse(""));
      expires.setText(
          step.approval()
              .flatMap(Step.Approval::expiresAt)
              .map(time -> getTranslation("approval.expires", moments.until(time)))
              .orElse(""));
    }
  }
}
