package io.drivetrain.webui.model.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.function.Consumer;

/** What somebody wrote about a model or a version, and the button that changes it. */
class DescriptionLine extends Div {

  /**
   * @param onDone called when the dialog was used
   */
  DescriptionLine(String text, Consumer<String> save, Runnable onDone) {
    addClassNames("line", "description");
    Paragraph shown = new Paragraph(text.isBlank() ? getTranslation("models.undescribed") : text);
    shown.setId("description");
    if (text.isBlank()) {
      shown.addClassName("quiet");
    }
    Button edit =
        new Button(
            VaadinIcon.PENCIL.create(), click -> new DescriptionDialog(text, save, onDone).open());
    edit.setId("edit-description");
    edit.addThemeVariants(ButtonVariant.TERTIARY);
    edit.setAriaLabel(getTranslation("models.describe"));
    edit.setTooltipText(getTranslation("models.describe"));
    add(shown, edit);
  }
}
