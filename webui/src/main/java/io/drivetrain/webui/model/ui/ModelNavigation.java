package io.drivetrain.webui.model.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.shell.NavigationEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** The models' place in the navigation. */
@ApplicationScoped
public class ModelNavigation implements NavigationEntry {

  @Override
  public int order() {
    return 18;
  }

  @Override
  public String textKey() {
    return "models.navigation";
  }

  @Override
  public VaadinIcon icon() {
    return VaadinIcon.CUBES;
  }

  @Override
  public Class<? extends Component> view() {
    return ModelsView.class;
  }

  @Override
  public Set<String> pathAliases() {
    return Set.of(PageLink.MODELS);
  }
}
