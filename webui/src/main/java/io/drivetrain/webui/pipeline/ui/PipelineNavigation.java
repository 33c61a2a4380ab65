package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.shell.NavigationEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** The pipelines' place in the navigation. */
@ApplicationScoped
public class PipelineNavigation implements NavigationEntry {

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String textKey() {
    return "pipelines.navigation";
  }

  @Override
  public VaadinIcon icon() {
    return VaadinIcon.COGS;
  }

  @Override
  public Class<? extends Component> view() {
    return PipelinesView.class;
  }

  @Override
  public Set<String> pathAliases() {
    return Set.of(PageLink.RUNS);
  }
}
