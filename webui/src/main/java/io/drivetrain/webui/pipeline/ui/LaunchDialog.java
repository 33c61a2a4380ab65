package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.drivetrain.pipeline.api.overview.PipelineOverview.Pipeline;
import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.run.RunPreview;
import io.drivetrain.webui.client.PipelineCallException;
import io.drivetrain.webui.component.DialogButtons;
import io.drivetrain.webui.component.DialogError;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.TextKey;
import io.drivetrain.webui.pipeline.PipelineService;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Starts a run with the parameters that were entered, and opens its page. */
class LaunchDialog extends Dialog {
  private static final int LONGEST_NOTE = 1000;

  private final UUID id = UUID.randomUUID();
  private final Pipeline pipeline;
  private final PipelineService service;
  private final ParameterForm form;
  private final TextArea note = new TextArea(getTranslation("trigger.note"));
  private final Paragraph preview = new Paragraph();
  private final DialogError error = new DialogError();

  LaunchDialog(Pipeline pipeline, PipelineService service) {
    this.pipeline = pipeline;
    this.service = service;
    this.form = new ParameterForm(pipeline.parameters());
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
    return pipeline.parameters().isEmpty()
        ? new Paragraph(getTranslation("trigger.noParameters"))
        : form;
  }

  private Button checkButton() {
    Button check = new Button(getTranslation("trigger.check"), click -> check());
    check.setId("check-run");
    return check;
  }

  private void check() {
    send(changes -> {
      RunPreview planned = service.preview(pipeline.id(), changes);
      preview.setText(getTranslation(TextKey.of("admission", planned.admission())));
    });
  }

  private void trigger() {
    send(changes -> {
      RunDetails run = service.trigger(pipeline.id(), id, changes, note.getValue().strip());
      close();
      UI.getCurrent().navigate(PageLink.run(run.id()));
    });
  }

  private void send(Consumer<Map<String, Object>> call) {
    error.setVisible(false);
    preview.setText("");
    Optional<Map<String, Object>> changes = form.changes();
    if (changes.isEmpty()) {
      return; // it stands at the field
    }
    try {
      call.accept(changes.get());
    } catch (PipelineCallException failure) {
      failure.refusal().ifPresent(form::show);
      error.show(failure);
    }
  }
}
