package io.drivetrain.webui.prediction.ui;

import io.drivetrain.models.explanation.Explanation;
import io.drivetrain.webui.component.Chart;
import io.drivetrain.webui.component.Quantities;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How an average becomes an estimate, as a waterfall: each bar begins where the one above it ended.
 */
final class Waterfall {
  private static final int ROW_HEIGHT_PIXELS = 46;
  private static final int MARGIN_PIXELS = 44;

  /** Free room beside the bars, as a part of what they cover. */
  private static final double ROOM = 0.04;

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
    chart.setHeight(drivers.size() * ROW_HEIGHT_PIXELS + 2 * MARGIN_PIXELS + "px");
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
    double room = (highest - lowest) * ROOM;
    return Map.of(
        "grid", grid(),
        "xAxis", valueAxis(lowest - room, highest + room),
        "yAxis", List.of(nameAxis(), amountAxis(from)),
        "series", List.of(invisible(starts), visible(bars, marks(average, estimate, from))));
  }

  private static Map<String, Object> grid() {
    return Map.of(
        "left", 8, "right", 8, "top", MARGIN_PIXELS, "bottom", MARGIN_PIXELS, "containLabel", true);
  }

  private static Map<String, Object> valueAxis(double min, double max) {
    return Map.of("type", "value", "min", min, "max", max, "show", false);
  }

  private Map<String, Object> nameAxis() {
    return categoryAxis(
        "left",
        drivers.stream().map(Waterfall::name).toList(),
        Map.of(
            "color",
            "--chart-text",
            "fontSize",
            13,
            "lineHeight",
            17,
            "width",
            130,
            "overflow",
            "truncate",
            "rich",
            Map.of("value", Map.of("color", "--chart-text-quiet", "fontSize", 12))));
  }

  /** The amounts stand in a column, where no bar can hide them. */
  private Map<String, Object> amountAxis(double whole) {
    return categoryAxis(
        "right",
        drivers.stream().map(driver -> quantities.part(driver.amount(), "", whole)).toList(),
        Map.of("color", "--chart-text", "fontSize", 13));
  }

  private static Map<String, Object> categoryAxis(
      String position, List<String> names, Map<String, Object> label) {
    return Map.of(
        "type",
        "category",
        "position",
        position,
        "inverse",
        true,
        "data",
        names,
        "axisLine",
        Map.of("show", false),
        "axisTick",
        Map.of("show", false),
        "axisLabel",
        label);
  }

  /** Curly braces would begin a style of ECharts' rich text. */
  private static String name(Driver driver) {
    String value = driver.value().replaceAll("[{}|]", " ");
    String label = driver.label().replaceAll("[{}|]", " ");
    return value.isEmpty() ? label : label + "\n{value|" + value + "}";
  }

  private static Map<String, Object> invisible(List<Object> starts) {
    return series(starts, Map.of("itemStyle", Map.of("color", "transparent")));
  }

  private static Map<String, Object> visible(List<Object> bars, Map<String, Object> marks) {
    return series(bars, Map.of("barWidth", 20, "markLine", marks));
  }

  private static Map<String, Object> series(List<Object> data, Map<String, Object> style) {
    Map<String, Object> series =
        new HashMap<>(
            Map.of("type", "bar", "stack", "steps", "stackStrategy", "all", "silent", true));
    series.put("data", data);
    series.putAll(style);
    return series;
  }

  private static Map<String, Object> bar(Driver driver) {
    String color = driver.amount() >= 0 ? "--chart-up" : "--chart-down";
    return Map.of(
        "value", Math.abs(driver.amount()), "itemStyle", Map.of("color", color, "borderRadius", 4));
  }

  private Map<String, Object> marks(String average, String estimate, double end) {
    return Map.of(
        "silent",
        true,
        "symbol",
        "none",
        "animation",
        false,
        "data",
        List.of(mark(average, base, "start"), mark(estimate, end, "end")));
  }

  /** The average stands above the first bar, the estimate below the last. */
  private Map<String, Object> mark(String name, double at, String position) {
    return Map.of(
        "xAxis", at,
        "lineStyle", Map.of("color", "--chart-text-quiet", "type", "dashed", "width", 1),
        "label",
            Map.of(
                "formatter",
                name + "\n" + quantities.of(at, unit),
                "position",
                position,
                "color",
                "--chart-text-quiet",
                "fontSize",
                12,
                "lineHeight",
                15));
  }
}
