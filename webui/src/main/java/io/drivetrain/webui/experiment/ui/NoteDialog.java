package io.drivetrain.webui.experiment.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import io.drivetrain.webui.component.DialogButtons;
import io.drivetrain.webui.experiment.RunBulkService;
import io.drivetrain.webui.experiment.RunRow;
import java.util.function.BiConsumer;

/** Writes down what somebody thinks of a run. */
class NoteDialog extends Dialog {
  private static final int LONGEST = 5000;

  private final TextArea note = new TextArea(getTranslation("note.label"));

  private NoteDialog() {}

  /**
   * @param onTag gets the key and the value of the tag that keeps the note
   */
  static NoteDialog of(RunRow run, BiConsumer<String, String> onTag) {
    NoteDialog dialog = new NoteDialog();
    dialog.setHeaderTitle(dialog.getTranslation("note.title", run.name()));
    dialog.setWidth("min(40rem, 100%)");
    dialog.note.setId("note");
    dialog.note.setWidthFull();
    dialog.note.setMaxLength(LONGEST);
    dialog.note.setValue(run.note());
    dialog.note.setAutofocus(true);
    dialog.add(dialog.note);
    dialog
        .getFooter()
        .add(
            DialogButtons.close(dialog),
            DialogButtons.act(
                "confirm",
                dialog.getTranslation("note.save"),
                () -> {
                  dialog.close();
                  onTag.accept(RunBulkService.NOTE, dialog.note.getValue().strip());
                }));
    return dialog;
  }
}
