package io.drivetrain.webui.component;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Puts a text on the visitor's clipboard and says so. The browser alone does it: it asks why. */
public class CopyButton extends Button {
  private final String script;

  /**
   * @param expression JavaScript that gives the text
   */
  public CopyButton(String label, String expression) {
    super(label, VaadinIcon.COPY_O.create());
    addThemeVariants(ButtonVariant.TERTIARY);
    script =
        """
        this.onclick = async () => {
          const text = %s;
          if (navigator.clipboard) {
            await navigator.clipboard.writeText(text);
          } else { // browsers keep the clipboard from pages without TLS, but for localhost
            const field = document.createElement('textarea');
            field.value = text;
            document.body.append(field);
            field.select();
            document.execCommand('copy');
            field.remove();
          }
          this.lastChild.textContent = $0;
        }\
        """
            .formatted(expression);
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    getElement().executeJs(script, getTranslation("result.copied"));
  }
}
