package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.drivetrain.models.schema.RowReading;
import java.util.List;

/** Names every wrong field above the form; each entry leads to its field. Hidden without errors. */
class ErrorSummary extends Div {

  ErrorSummary() {
    setId("errors");
    addClassName("error-summary");
    getElement().setAttribute("role", "alert");
    setVisible(false);
  }

  void show(List<FeatureField<?>> fields, RowReading reading, FeatureTexts texts) {
    UnorderedList list = new UnorderedList();
    for (FeatureField<?> field : fields) {
      field.error(reading, texts).ifPresent(error -> list.add(new ListItem(link(field, error))));
    }
    removeAll();
    int count = list.getComponentCount();
    setVisible(count > 0);
    if (count > 0) {
      add(new Paragraph(getTranslation("prediction.errors.title", count)), list);
      getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }
  }

  private Button link(FeatureField<?> field, String error) {
    String label = field.feature().label().in(getLocale());
    Button link = new Button(label + " \u2013 " + error, click -> field.focus());
    link.addThemeVariants(ButtonVariant.TERTIARY);
    return link;
  }
}
