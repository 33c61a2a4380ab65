package io.drivetrain.webui.experiment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.shell.NavigationEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** The experiments' place in the navigation. */
@ApplicationScoped
public class ExperimentNavigation implements NavigationEntry {

  @Override
  public int order() {
    return 12;
  }

  @Override
  public String textKey() {
    return "experiments.navigation";
  }

  @Override
  public VaadinIcon icon() {
    return VaadinIcon.FLASK;
  }

  @Override
  public Class<? extends Component> view() {
    return ExperimentsView.class;
  }

  @Override
  public Set<String> pathAliases() {
    return Set.of(PageLink.COMPARE);
  }
}
