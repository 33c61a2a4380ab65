package io.drivetrain.webui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** A page that says one thing and leads back to the start. */
abstract class MessagePage extends Div {

  MessagePage() {
    addClassName("message-page");
  }

  final void say(String title, String text) {
    removeAll();
    add(new H1(title), new Paragraph(text), new Anchor("", getTranslation("layout.home")));
  }
}
