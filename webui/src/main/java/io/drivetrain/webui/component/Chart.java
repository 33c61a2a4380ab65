package io.drivetrain.webui.component;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

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

  /** Draws on a canvas: for more than some hundred lines, where SVG is slow. */
  public void useCanvas() {
    getElement().setAttribute("renderer", "canvas");
  }

  /**
   * Marks ranges on parallel axes.
   *
   * @param ranges the ranges of each axis, as pairs of numbers
   */
  public void brush(List<List<double[]>> ranges) {
    getElement().setProperty("brushed", json(ranges));
  }

  /** Tells when somebody has brushed parallel axes: the ranges of each axis, as pairs. */
  public Registration addBrushListener(Consumer<List<List<double[]>>> listener) {
    return addListener(
        Brushed.class,
        brushed -> {
          getElement().setProperty("brushed", brushed.ranges);
          listener.accept(ranges(brushed.ranges));
        });
  }

  /**
   * Saves the picture on the visitor's disk.
   *
   * @param type {@code png} or {@code svg}
   * @param name of the file, without its ending
   */
  public void download(String type, String name) {
    getElement().callJsFunction("download", type, name);
  }

  /** New ranges on parallel axes. */
  @DomEvent("chart-brushed")
  public static final class Brushed extends ComponentEvent<Chart> {
    private final String ranges;

    public Brushed(Chart chart, boolean fromClient, @EventData("event.detail") String ranges) {
      super(chart, fromClient);
      this.ranges = ranges;
    }
  }

  private static List<List<double[]>> ranges(String json) {
    try {
      return JSON.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Ranges of a chart must be pairs of numbers", e);
    }
  }

  private static String json(Object option) {
    try {
      return JSON.writeValueAsString(option);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A chart's option must be plain maps and lists", e);
    }
  }
}
