package io.drivetrain.webui.component;

import com.vaadin.flow.component.html.Div;
import io.drivetrain.webui.client.ServiceCallException;

/** Says that a page does not show the latest state, and why. Hidden while it does. */
public class ConnectionNotice extends Div {

  public ConnectionNotice() {
    setId("away");
    addClassName("notice");
    getElement().setAttribute("role", "status");
    setVisible(false);
  }

  public void show(ServiceCallException failure) {
    setText(
        failure
            .refusal()
            .map(refusal ->
                getTranslation(
                    TextKey.of("refused", failure.service()),
                    RefusalTexts.of(refusal, getLocale()).line()))
            .orElseGet(() -> getTranslation(TextKey.of("away", failure.service()))));
    setVisible(true);
  }

  public void hide() {
    setVisible(false);
  }
}
