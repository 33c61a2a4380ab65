package io.drivetrain.webui.prediction.ui;

import io.drivetrain.models.prediction.Explanation;
import io.drivetrain.webui.chart.Chart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How an average becomes an estimate, as a waterfall: each bar begins where the one above it ended.
 */
final class Waterfall {
  private static final int ROW_HEIGHT_PIXELS = 46;
  private static final int FRAME_HEIGHT_PIXELS = 64;

  /** Free room beside the bars for their labels, as a part of what the bars cover. */
  private static final double LABEL_ROOM = 0.22;

  private final List<Driver> drivers;
  private final double base;
  private final String unit;
  private final Quantities quantities;

  Waterfall(List<Driver> drivers, Explanation explanation, String unit, Quantities quantities) {
    this.drivers = drivers;
    this.base = explanation.base();
    this.unit = unit;
    this.quantities = quantities;
  }

  /**
   * @param average label of the line at the base
   * @param estimate label of the line at the predicted value
   */
  Chart chart(String description, String average, String estimate) {
    Chart chart = new Chart(description, option(average, estimate));
    chart.setWidthFull();
    chart.setHeight(drivers.size() * ROW_HEIGHT_PIXELS + FRAME_HEIGHT_PIXELS + "px");
    return chart;
  }

  private Map<String, Object> option(String average, String estimate) {
    List<Object> starts = new ArrayList<>();
    List<Object> bars = new ArrayList<>();
    double from = base;
    double lowest = base;
    double highest = base;
    for (Driver driver : drivers) {
      double to = from + driver.amount();
      starts.add(Math.min(from, to));
      bars.add(bar(driver));
      lowest = Math.min(lowest, to);
      highest = Math.max(highest, to);
      from = to;
    }
    double room = (highest - lowest) * LABEL_ROOM;
    return Map.of(
        "grid", Map.of("left", 8, "right", 16, "top", 40, "bottom", 8, "containLabel", true),
        "xAxis", valueAxis(lowest - room, highest + room),
        "yAxis", nameAxis(),
        "series", List.of(invisible(starts), visible(bars, marks(average, estimate, from))));
  }

  private static Map<String, Object> valueAxis(double min, double max) {
    return Map.of("type", "value", "min", min, "max", max, "show", false);
  }

  private Map<String, Object> nameAxis() {
    return Map.of(
        "type", "category",
        "inverse", true,
        "data", drivers.stream().map(Waterfall::name).toList(),
        "axisLine", Map.of("show", false),
        "axisTick", Map.of("show", false),
        "axisLabel",
            Map.of(
                "color", "--chart-text",
                "fontSize", 13,
                "lineHeight", 17,
                "width", 150,
                "overflow", "truncate",
                "rich", Map.of("value", Map.of("color", "--chart-text-quiet", "fontSize", 12))));
  }

  /** Curly braces would begin a style of ECharts' rich text. */
  private static String name(Driver driver) {
    String value = driver.value().replaceAll("[{}|]", " ");
    String label = driver.label().replaceAll("[{}|]", " ");
    return value.isEmpty() ? label : label + "\n{value|" + value + "}";
  }

  private static Map<String, Object> invisible(List<Object> starts) {
    return Map.of(
        "type", "bar",
        "stack", "steps",
        "stackStrategy", "all",
        "silent", true,
        "itemStyle", Map.of("color", "transparent"),
        "data", starts);
  }

  private static Map<String, Object> visible(List<Object> bars, Map<String, Object> marks) {
    return Map.of(
        "type", "bar",
        "stack", "steps",
        "stackStrategy", "all",
        "silent", true,
        "barWidth", 20,
        "data", bars,
        "markLine", marks);
  }

  private Map<String, Object> bar(Driver driver) {
    boolean up = driver.amount() >= 0;
    String color = up ? "--chart-up" : "--chart-down";
    return Map.of(
        "value", Math.abs(driver.amount()),
        "itemStyle", Map.of("color", color, "borderRadius", 4),
        "label",
            Map.of(
                "show", true,
                "position", up ? "right" : "left",
                "color", "--chart-text",
                "fontSize", 12,
                "formatter", quantities.signed(driver.amount(), "")));
  }

  private Map<String, Object> marks(String average, String estimate, double end) {
    return Map.of(
        "silent", true,
        "symbol", "none",
        "animation", false,
        "data", List.of(mark(average, base, "dashed"), mark(estimate, end, "solid")));
  }

  private Map<String, Object> mark(String name, double at, String line) {
    return Map.of(
        "xAxis", at,
        "lineStyle", Map.of("color", "--chart-text-quiet", "type", line, "width", 1),
        "label",
            Map.of(
                "formatter", name + "\n" + quantities.of(at, unit),
                "position", "start",
                "color", "--chart-text-quiet",
                "fontSize", 12,
                "lineHeight", 15));
  }
}
