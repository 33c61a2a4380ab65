package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.drivetrain.webui.shell.NavigationEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** The prediction page's place in the navigation. */
@ApplicationScoped
public class PredictionNavigation implements NavigationEntry {

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String textKey() {
    return "prediction.navigation";
  }

  @Override
  public VaadinIcon icon() {
    return VaadinIcon.CALC;
  }

  @Override
  public Class<? extends Component> view() {
    return PredictionView.class;
  }

  @Override
  public Set<String> pathAliases() {
    return Set.of(BatchView.ADDRESS);
  }
}
