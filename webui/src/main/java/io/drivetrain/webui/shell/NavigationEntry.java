package io.drivetrain.webui.shell;

import com.vaadin.flow.component.Component;

/** A view's place in the header. Every feature brings its own as a bean. */
public interface NavigationEntry {
  /** Entries stand in ascending order. */
  int order();

  /** Key of the text in the bundles. */
  String textKey();

  Class<? extends Component> view();
}
