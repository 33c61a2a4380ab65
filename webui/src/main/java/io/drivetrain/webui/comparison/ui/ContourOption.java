package io.drivetrain.webui.comparison.ui;

import io.drivetrain.webui.comparison.Axis;
import io.drivetrain.webui.comparison.Surface;
import io.drivetrain.webui.component.ChartAxes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A surface as an ECharts option: coloured cells on axes that are hidden, and the runs as points on
 * axes of the same extent that are shown.
 */
record ContourOption(Surface surface, Axis height) {

  Map<String, Object> map() {
    Map<String, Object> option = new HashMap<>();
    option.put("animation", false);
    option.put("tooltip", Map.of("confine", true));
    option.put("grid", Map.of("left", 72, "right", 32, "top", 36, "bottom", 92));
    option.put("xAxis", List.of(extent(true), cells()));
    option.put("yAxis", List.of(extent(false), cells()));
    option.put("visualMap", colors());
    option.put("series", List.of(heat(), runs()));
    return option;
  }

  private Map<String, Object> cells() {
    return Map.of(
        "type",
        "category",
        "show",
        false,
        "axisLabel",
        Map.of("show", false),
        "data",
        IntStream.range(0, Surface.CELLS).mapToObj(String::valueOf).toList());
  }

  private Map<String, Object> extent(boolean horizontal) {
    Surface.Extent extent = horizontal ? surface.x() : surface.y();
    Map<String, Object> axis =
        horizontal
            ? ChartAxes.below(extent.field().name(), extent.log() ? "log" : "value")
            : ChartAxes.beside(extent.field().name(), extent.log() ? "log" : "value");
    axis.put("min", extent.least());
    axis.put("max", extent.most());
    axis.put("position", horizontal ? "bottom" : "left");
    axis.put("splitLine", Map.of("show", false));
    axis.put(
        "axisLabel",
        Map.of(
            "color", "--chart-text-quiet",
            "hideOverlap", true,
            "showMinLabel", false,
            "showMaxLabel", false));
    return axis;
  }

  private Map<String, Object> colors() {
    Map<String, Object> map =
        new HashMap<>(ColorScale.horizontal(height, 2, surface.lowest(), surface.highest()));
    map.put("seriesIndex", List.of(0, 1));
    return map;
  }

  private Map<String, Object> heat() {
    List<List<Double>> cells = new ArrayList<>();
    for (int column = 0; column < Surface.CELLS; column++) {
      for (int row = 0; row < Surface.CELLS; row++) {
        cells.add(List.of((double) column, (double) row, surface.at(column, row)));
      }
    }
    return Map.of(
        "type",
        "heatmap",
        "xAxisIndex",
        1,
        "yAxisIndex",
        1,
        "silent",
        true,
        "tooltip",
        Map.of("show", false),
        "data",
        cells);
  }

  private Map<String, Object> runs() {
    return Map.of(
        "type",
        "scatter",
        "symbolSize",
        9,
        "itemStyle",
        Map.of("borderColor", "--surface", "borderWidth", 1.5),
        "data",
        surface.points().stream()
            .map(point ->
                Map.of(
                    "name", point.run().name(),
                    "value", List.of(point.x(), point.y(), point.z())))
            .toList());
  }
}
