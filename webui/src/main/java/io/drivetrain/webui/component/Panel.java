package io.drivetrain.webui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;

/** A card with a heading, and perhaps buttons beside it: one part of a page. */
public class Panel extends Card {
  private final Div head;

  public Panel(String id, String title) {
    this(id, new H2(title));
  }

  public Panel(String id, Component title) {
    head = new Div(title);
    head.addClassName("head");
    setId(id);
    setWidthFull();
    add(head);
  }

  /** Puts components at the end of the line of the heading. */
  public final void addToHead(Component... components) {
    head.add(components);
  }
}
