package io.drivetrain.webui.component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines over steps or time as an ECharts option.
 *
 * @param axisName what the horizontal axis says
 * @param axisType of ECharts: {@code value} or {@code time}
 * @param log the vertical scale is logarithmic: every value is above 0
 */
public record LineChart(List<Line> lines, String axisName, String axisType, boolean log) {
  private static final int COLORS = 10;
  private static final int MOST_IN_LEGEND = 30;

  public LineChart {
    lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param color number of a colour, from 0; they come round
   * @param faint it stands behind another one of the same name
   * @param points places and finite values
   */
  public record Line(String name, int color, boolean faint, List<List<Double>> points) {
    private String variable() {
      return "--series-" + color % COLORS;
    }
  }

  public Map<String, Object> option() {
    long named = lines.stream().filter(line -> !line.faint()).count();
    boolean hasLegend = named > 1 && named <= MOST_IN_LEGEND;
    Map<String, Object> option = new HashMap<>();
    option.put("animation", false);
    option.put(
        "tooltip", Map.of("trigger", named <= MOST_IN_LEGEND ? "axis" : "item", "confine", true));
    option.put("grid", ChartAxes.grid(axisName.isEmpty() ? 16 : 44));
    option.put("xAxis", ChartAxes.below(axisName, axisType));
    option.put("yAxis", ChartAxes.of("", log ? "log" : "value"));
    option.put("series", lines.stream().map(LineChart::series).toList());
    if (hasLegend) {
      option.put("legend", legend());
    }
    return option;
  }

  private static Map<String, Object> legend() {
    return Map.of(
        "type",
        "scroll",
        "top",
        0,
        "icon",
        "roundRect",
        "itemHeight",
        4,
        "textStyle",
        Map.of("color", "--chart-text", "width", 160, "overflow", "truncate"));
  }

  private static Map<String, Object> series(Line line) {
    Map<String, Object> series = new HashMap<>();
    series.put("type", "line");
    series.put("name", line.name());
    series.put("showSymbol", line.points().size() == 1);
    series.put(
        "lineStyle",
        Map.of("color", line.variable(), "width", 1.6, "opacity", line.faint() ? 0.25 : 1));
    series.put("itemStyle", Map.of("color", line.variable()));
    series.put("data", line.points());
    if (line.faint()) {
      series.put("silent", true);
      series.put("tooltip", Map.of("show", false));
    } else {
      series.put("emphasis", Map.of("focus", "series"));
    }
    return series;
  }
}
