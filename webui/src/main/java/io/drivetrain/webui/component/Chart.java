package io.drivetrain.webui.component;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Map;

/**
 * An ECharts chart. The option is ECharts' own, as nested maps and lists; a colour may name a CSS
 * custom property ({@code --chart-up}). A chart is a picture: put a table of its numbers beside it.
 */
@Tag("drivetrain-chart")
@JsModule("context://js/chart.js")
public final class Chart extends Component implements HasSize, HasStyle {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An empty picture, to be shown later. */
  public Chart() {
    addClassName("chart");
    setWidthFull();
    getElement().setAttribute("role", "img");
  }

  public Chart(String description, Map<String, ?> option) {
    this();
    show(description, option);
  }

  /**
   * @param description what the picture shows, for those who do not see it
   */
  public void show(String description, Map<String, ?> option) {
    getElement().setAttribute("aria-label", description);
    getElement().setProperty("option", json(option));
  }

  private static String json(Map<String, ?> option) {
    try {
      return JSON.writeValueAsString(option);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A chart's option must be plain maps and lists", e);
    }
  }
}
