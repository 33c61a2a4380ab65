package io.drivetrain.webui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Set;

/** A view's place in the navigation. Every feature brings its own as a bean. */
public interface NavigationEntry {
  /** Entries stand in ascending order. */
  int order();

  /** Key of the text in the bundles. */
  String textKey();

  VaadinIcon icon();

  Class<? extends Component> view();

  /** Other addresses, and those below them, at which the entry is marked as the current one. */
  default Set<String> pathAliases() {
    return Set.of();
  }
}
