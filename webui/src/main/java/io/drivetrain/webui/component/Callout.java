package io.drivetrain.webui.component;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** Something that a reader should see first, in the colour of a state. */
public class Callout extends Section {
  private final H2 title = new H2();

  public Callout(String id) {
    setId(id);
    addClassName("callout");
    add(title);
  }

  public final void show(String text, StateColor color) {
    title.setText(text);
    getElement().setAttribute("data-color", color.key());
  }
}
