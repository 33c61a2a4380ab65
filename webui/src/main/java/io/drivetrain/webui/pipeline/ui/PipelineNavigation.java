package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.Component;
import io.drivetrain.webui.shell.NavigationEntry;
import jakarta.enterprise.context.ApplicationScoped;

/** The pipelines' place in the header. */
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
  public Class<? extends Component> view() {
    return PipelinesView.class;
  }
}
