package io.drivetrain.webui.prediction.ui;

import io.drivetrain.webui.component.Chart;
import io.drivetrain.webui.component.Quantities;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A curve with the band of its intervals. The axes are ECharts categories, so that their numbers
 * are written as the page's language does.
 */
final class CurveChart {
  private static final String HEIGHT = "220px";

  /** From this part of the curve on, a label above the point would leave the picture. */
  private static final double FAR_RIGHT = 0.85;

  private final Curve curve;
  private final String unit;
  private final Quantities quantities;

  CurveChart(Curve curve, String unit, Quantities quantities) {
    this.curve = curve;
    this.unit = unit;
    this.quantities = quantities;
  }

  /**
   * @param here the number that the row has
   */
  Chart chart(String description, double here) {
    Chart chart = new Chart(description, option(here));
    chart.setHeight(HEIGHT);
    return chart;
  }

  private Map<String, Object> option(double here) {
    return Map.of(
        "animation", false,
        "grid", Map.of("left", 8, "right", 28, "top", 28, "bottom", 8, "containLabel", true),
        "xAxis", numbers(),
        "yAxis", Map.of("type", "value", "show", false, "scale", true),
        "series",
            List.of(
                band(Curve.Point::low, Map.of("opacity", 0)),
                band(
                    point -> point.high() - point.low(),
                    Map.of("color", "--accent-soft", "opacity", 0.8)),
                line(nearest(here))));
  }

  private Map<String, Object> numbers() {
    return Map.of(
        "type",
        "category",
        "boundaryGap",
        false,
        "data",
        curve.points().stream().map(point -> quantities.of(point.at(), "")).toList(),
        "axisLabel",
        Map.of("color", "--chart-text-quiet", "hideOverlap", true, "showMaxLabel", true),
        "axisLine",
        Map.of("lineStyle", Map.of("color", "--chart-line")),
        "axisTick",
        Map.of("show", false));
  }

  private Map<String, Object> band(ToDoubleFunction<Curve.Point> height, Map<String, Object> area) {
    return Map.of(
        "type",
        "line",
        "stack",
        "band",
        "stackStrategy",
        "all",
        "silent",
        true,
        "symbol",
        "none",
        "lineStyle",
        Map.of("opacity", 0),
        "areaStyle",
        area,
        "data",
        curve.points().stream().mapToDouble(height).boxed().toList());
  }

  private Map<String, Object> line(int here) {
    List<Curve.Point> points = curve.points();
    Map<String, Object> line = new HashMap<>();
    line.put("type", "line");
    line.put("silent", true);
    line.put("symbol", "none");
    line.put("lineStyle", Map.of("color", "--accent", "width", 2.5));
    line.put("data", points.stream().map(Curve.Point::value).toList());
    line.put(
        "markPoint",
        Map.of(
            "silent",
            true,
            "symbol",
            "circle",
            "symbolSize",
            11,
            "itemStyle",
            Map.of("color", "--accent"),
            "label",
            label(here),
            "data",
            List.of(Map.of("coord", List.of(here, points.get(here).value())))));
    return line;
  }

  private Map<String, Object> label(int here) {
    List<Curve.Point> points = curve.points();
    return Map.of(
        "position",
        here > points.size() * FAR_RIGHT ? "left" : "top",
        "distance",
        8,
        "color",
        "--chart-text",
        "backgroundColor",
        "--surface",
        "padding",
        List.of(2, 4),
        "borderRadius",
        4,
        "fontWeight",
        600,
        "formatter",
        quantities.of(points.get(here).value(), unit));
  }

  private int nearest(double number) {
    int nearest = 0;
    List<Curve.Point> points = curve.points();
    for (int i = 1; i < points.size(); i++) {
      if (Math.abs(points.get(i).at() - number) < Math.abs(points.get(nearest).at() - number)) {
        nearest = i;
      }
    }
    return nearest;
  }
}
