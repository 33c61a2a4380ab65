package io.drivetrain.webui.model.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;

/** Aliases in a line. */
class Aliases extends Div {

  Aliases(Collection<String> aliases) {
    addClassName("line");
    aliases.forEach(alias -> {
      Span shown = new Span("@" + alias);
      shown.addClassName("alias");
      add(shown);
    });
  }
}
