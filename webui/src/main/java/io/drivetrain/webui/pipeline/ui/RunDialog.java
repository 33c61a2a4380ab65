package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.drivetrain.webui.client.Pipeline;
import io.drivetrain.webui.client.Reply.Answered;
import io.drivetrain.webui.client.Reply.Refusal;
import io.drivetrain.webui.client.Reply.Refused;
import io.drivetrain.webui.client.Reply.Unreachable;
import io.drivetrain.webui.client.Reply.WrongParameter;
import io.drivetrain.webui.client.Run;
import io.drivetrain.webui.client.RunPreview;
import io.drivetrain.webui.component.DialogButtons;
import io.drivetrain.webui.component.DialogError;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.pipeline.PipelineService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Starts a run with the parameters that a person enters, and opens its page. */
class RunDialog extends Dialog {
  private static final int LONGEST_NOTE = 1000;

  private final UUID id = UUID.randomUUID();
  private final Pipeline pipeline;
  private final PipelineService service;
  private final List<ParameterField> fields;
  private final TextArea note = new TextArea(getTranslation("trigger.note"));
  private final Paragraph preview = new Paragraph();
  private final DialogError error = new DialogError();

  RunDialog(Pipeline pipeline, PipelineService service) {
    this.pipeline = pipeline;
    this.service = service;
    this.fields = pipeline.parameters().stream().map(ParameterFields::of).toList();
    setId("run-dialog");
    setHeaderTitle(getTranslation("trigger.title", pipeline.label()));
    setWidth("min(44rem, 100%)");
    note.setMaxLength(LONGEST_NOTE);
    note.setHelperText(getTranslation("trigger.note.helper"));
    note.setWidthFull();
    preview.setId("preview");
    preview.getElement().setAttribute("role", "status");
    add(parameters(), note, preview, error);
    getFooter()
        .add(
            DialogButtons.close(this),
            checkButton(),
            DialogButtons.act("start-run", getTranslation("trigger.start"), this::trigger));
  }

  private Component parameters() {
    if (fields.isEmpty()) {
      return new Paragraph(getTranslation("trigger.noParameters"));
    }
    Div grid = new Div();
    grid.addClassName("field-grid");
    fields.forEach(field -> grid.add(field.component()));
    return grid;
  }

  private Button checkButton() {
    Button check = new Button(getTranslation("trigger.check"), click -> check());
    check.setId("check-run");
    return check;
  }

  private void check() {
    if (!isReadable()) {
      return;
    }
    switch (service.preview(pipeline.id(), changes())) {
      case Answered<RunPreview>(RunPreview planned) ->
          preview.setText(getTranslation("admission." + planned.admission()));
      case Refused<RunPreview>(Refusal refusal) -> show(refusal);
      case Unreachable<RunPreview> _ -> error.showAway();
    }
  }

  private void trigger() {
    if (!isReadable()) {
      return;
    }
    switch (service.trigger(pipeline.id(), id, changes(), note.getValue().strip())) {
      case Answered<Run>(Run run) -> open(run);
      case Refused<Run>(Refusal refusal) -> show(refusal);
      case Unreachable<Run> _ -> error.showAway();
    }
  }

  /** Takes back what was said before, and says which fields hold nothing that can be sent. */
  private boolean isReadable() {
    error.setVisible(false);
    preview.setText("");
    fields.forEach(ParameterField::accept);
    List<ParameterField> unreadable = fields.stream().filter(field -> !field.isReadable()).toList();
    unreadable.forEach(field -> field.refuse(getTranslation("trigger.notANumber")));
    return unreadable.isEmpty();
  }

  private Map<String, Object> changes() {
    Map<String, Object> changes = new LinkedHashMap<>();
    fields.forEach(field -> field.change().ifPresent(value -> changes.put(field.name(), value)));
    return changes;
  }

  private void open(Run run) {
    close();
    UI.getCurrent().navigate(PageLink.run(run.id()));
  }

  /** What is about a field stands at the field, the rest below them all. */
  private void show(Refusal refusal) {
    for (ParameterField field : fields) {
      refusal.errors().stream()
          .filter(wrong -> wrong.parameter().equals(field.name()))
          .map(WrongParameter::message)
          .findFirst()
          .ifPresent(field::refuse);
    }
    error.show(refusal);
  }
}
