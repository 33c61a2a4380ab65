package io.drivetrain.webui.run.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.run.StepDetails;
import io.drivetrain.pipeline.api.step.StepApproval;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.webui.component.Callout;
import io.drivetrain.webui.component.KeyedList;
import io.drivetrain.webui.component.ReasonDialog;
import io.drivetrain.webui.component.ReasonDialog.Need;
import io.drivetrain.webui.component.StateColor;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.run.RunService;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The steps of a run that wait for approval, and the buttons that answer. Else hidden. */
class ApprovalPanel extends Callout {
  private final KeyedList<StepDetails, Question> questions;

  /**
   * @param onChange called when something was done that the next answer shows
   */
  ApprovalPanel(UUID run, RunService service, Runnable onChange) {
    super("approval");
    show(getTranslation("approval.title"), StateColor.APPROVAL);
    Div list = new Div();
    questions =
        new KeyedList<>(
            list, StepDetails::step, step -> new Question(run, step.step(), service, onChange));
    add(list);
  }

  void show(RunDetails run, TimeFormat times) {
    List<StepDetails> waiting =
        run.steps().stream().filter(step -> step.state() == StepState.WAITING_APPROVAL).toList();
    setVisible(!waiting.isEmpty());
    questions.show(waiting, (question, step) -> question.show(step, times));
  }

  private static final class Question extends Div {
    private final Span text = new Span();
    private final Span expires = new Span();

    Question(UUID run, String step, RunService service, Runnable onChange) {
      Button approve =
          button(
              "approval.approve",
              step,
              VaadinIcon.CHECK,
              reason -> service.approve(run, step, reason),
              onChange);
      approve.addThemeVariants(ButtonVariant.PRIMARY);
      Button reject =
          button(
              "approval.reject",
              step,
              VaadinIcon.CLOSE_SMALL,
              reason -> service.reject(run, step, reason),
              onChange);
      reject.addThemeVariants(ButtonVariant.ERROR);
      expires.addClassName("quiet");
      Div buttons = new Div(approve, reject);
      buttons.addClassName("actions");
      addClassName("question");
      add(new Paragraph(new Code(step), text, expires), buttons);
    }

    private Button button(
        String key, String step, VaadinIcon icon, Consumer<String> action, Runnable onChange) {
      return new Button(
          getTranslation(key),
          icon.create(),
          click -> new ReasonDialog(key, step, Need.REQUIRED, action, onChange).open());
    }

    void show(StepDetails step, TimeFormat times) {
      text.setText(step.approval().map(StepApproval::message).orElse(""));
      expires.setText(
          step.approval()
              .flatMap(StepApproval::expiresAt)
              .map(time -> getTranslation("approval.expires", times.until(time)))
              .orElse(""));
    }
  }
}
