package io.drivetrain.webui.component;

import java.util.HashMap;
import java.util.Map;

/** Axes and frame of a chart as ECharts options, in the colours of the page. */
public final class ChartAxes {
  private ChartAxes() {}

  /**
   * @param bottom pixels below the picture, for the name of the axis and a legend
   */
  public static Map<String, Object> grid(int bottom) {
    return Map.of("left", 16, "right", 32, "top", 36, "bottom", bottom, "containLabel", true);
  }

  /**
   * An axis that begins where its values do; more may be put into it.
   *
   * @param type of ECharts: {@code value}, {@code log}, {@code time}, {@code category}
   */
  public static Map<String, Object> of(String name, String type) {
    Map<String, Object> option = new HashMap<>();
    option.put("name", name);
    option.put("nameTextStyle", Map.of("color", "--chart-text"));
    option.put("type", type);
    option.put("scale", true);
    option.put("axisLine", Map.of("lineStyle", Map.of("color", "--chart-text-quiet")));
    option.put("axisLabel", Map.of("color", "--chart-text-quiet", "hideOverlap", true));
    option.put("splitLine", Map.of("lineStyle", Map.of("color", "--chart-line")));
    return option;
  }

  /** A horizontal axis, with its name below it. */
  public static Map<String, Object> below(String name, String type) {
    Map<String, Object> option = of(name, type);
    option.put("nameLocation", "middle");
    option.put("nameGap", 28);
    return option;
  }

  /** A vertical axis, with its name above it. */
  public static Map<String, Object> beside(String name, String type) {
    Map<String, Object> option = of(name, type);
    option.put("nameTextStyle", Map.of("color", "--chart-text", "align", "left"));
    return option;
  }
}
