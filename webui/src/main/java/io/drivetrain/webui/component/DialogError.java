package io.drivetrain.webui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.drivetrain.webui.client.Refusal;
import io.drivetrain.webui.client.ServiceCallException;
import io.drivetrain.webui.client.ServiceCallException.Service;

/** Why what a dialog asked for was not done. Hidden until then. */
public class DialogError extends Div {

  public DialogError() {
    addClassName("error-summary");
    getElement().setAttribute("role", "alert");
    setVisible(false);
  }

  public void show(ServiceCallException failure) {
    if (isOvertaken(failure)) {
      show(getTranslation("dialog.overtaken.title"), getTranslation("dialog.overtaken.text"));
      return;
    }
    failure
        .refusal()
        .ifPresentOrElse(
            refusal -> say(RefusalTexts.of(refusal, getLocale())),
            () -> show(text("dialog.away.title", failure), text("dialog.away", failure)));
  }

  /** Somebody else has changed what the dialog was opened for. */
  private static boolean isOvertaken(ServiceCallException failure) {
    return failure.service() == Service.REGISTRY
        && failure.refusal().filter(Refusal::isConflict).isPresent();
  }

  /** Says why in the page's own words. */
  public void show(String title, String text) {
    say(new RefusalTexts(title, text));
  }

  private String text(String group, ServiceCallException failure) {
    return getTranslation(TextKey.of(group, failure.service()));
  }

  private void say(RefusalTexts texts) {
    Paragraph detail = new Paragraph(texts.detail());
    detail.addClassName("detail");
    removeAll();
    add(new Paragraph(texts.title()), detail);
    setVisible(true);
  }
}
