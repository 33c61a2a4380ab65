package io.drivetrain.webui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.drivetrain.webui.client.PipelineCallException;

/** Why what a dialog asked for was not done. Hidden until then. */
public class DialogError extends Div {

  public DialogError() {
    addClassName("error-summary");
    getElement().setAttribute("role", "alert");
    setVisible(false);
  }

  public void show(PipelineCallException failure) {
    failure
        .refusal()
        .ifPresentOrElse(
            refusal -> say(refusal.title(), refusal.detail()),
            () -> say(getTranslation("dialog.away.title"), getTranslation("dialog.away.text")));
  }

  private void say(String title, String text) {
    Paragraph detail = new Paragraph(text);
    detail.addClassName("detail");
    removeAll();
    add(new Paragraph(title), detail);
    setVisible(true);
  }
}
