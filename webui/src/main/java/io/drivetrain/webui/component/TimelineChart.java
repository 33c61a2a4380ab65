package io.drivetrain.webui.component;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Bars in time as an ECharts option: stacked bars, of which the first lifts the others to their
 * place. Pale while something waits, in its colour while it works.
 *
 * @param length of the whole time
 */
public record TimelineChart(List<Bar> bars, Duration length) {
  private static final int ROW_PIXELS = 30;
  private static final int AXIS_PIXELS = 38;
  private static final long LONGEST_IN_SECONDS = 180;
  private static final long LONGEST_IN_MINUTES = 180 * 60;

  public TimelineChart {
    bars = List.copyOf(bars);
  }

  /**
   * One line, in seconds from the beginning.
   *
   * @param from where it begins to wait, or to work if it did not wait
   * @param waited how long it waited
   * @param worked how long it worked; below 0 when it did not
   */
  public record Bar(String name, double from, double waited, double worked, StateColor color) {
    /** One that did not come to its turn. */
    public static Bar empty(String name) {
      return new Bar(name, 0, 0, -1, StateColor.WAITING);
    }
  }

  public Chart chart(String description) {
    Chart chart = new Chart();
    showIn(chart, description);
    return chart;
  }

  public void showIn(Chart chart, String description) {
    chart.setHeight(bars.size() * ROW_PIXELS + AXIS_PIXELS + "px");
    chart.show(description, option());
  }

  private Map<String, Object> option() {
    return Map.of(
        "animation", false,
        "grid", Map.of("left", 12, "right", 24, "top", 4, "bottom", 8, "containLabel", true),
        "xAxis", timeAxis(),
        "yAxis", nameAxis(),
        "series",
            List.of(
                series("transparent", bars.stream().map(bar -> scaled(bar.from())).toList()),
                series("--line", bars.stream().map(bar -> scaled(bar.waited())).toList()),
                series("--line", bars.stream().map(this::work).toList())));
  }

  private Map<String, Object> timeAxis() {
    return Map.of(
        "type",
        "value",
        "min",
        0,
        "max",
        scaled(length.toMillis() / 1000.0),
        "splitNumber",
        4,
        "axisLabel",
        Map.of(
            "formatter",
            "{value} " + unit(),
            "color",
            "--chart-text-quiet",
            "showMaxLabel",
            false,
            "hideOverlap",
            true),
        "splitLine",
        Map.of("lineStyle", Map.of("color", "--chart-line")));
  }

  private Map<String, Object> nameAxis() {
    return Map.of(
        "type", "category",
        "inverse", true,
        "data", bars.stream().map(Bar::name).toList(),
        "axisLine", Map.of("show", false),
        "axisTick", Map.of("show", false),
        "axisLabel",
            Map.of("color", "--chart-text", "width", 170, "overflow", "truncate", "interval", 0));
  }

  private static Map<String, Object> series(String color, List<?> data) {
    return Map.of(
        "type",
        "bar",
        "stack",
        "time",
        "silent",
        true,
        "barWidth",
        14,
        "itemStyle",
        Map.of("color", color, "borderRadius", 3),
        "data",
        data);
  }

  private Object work(Bar bar) {
    if (bar.worked() < 0) {
      return "-"; // ECharts draws nothing
    }
    double least = length.toMillis() / 1000.0 / 200; // to be seen at all
    return Map.of(
        "value",
        scaled(Math.max(bar.worked(), least)),
        "itemStyle",
        Map.of("color", bar.color().variable(), "borderRadius", 3));
  }

  private double scaled(double seconds) {
    return seconds
        / switch (unit()) {
          case "s" -> 1;
          case "min" -> Duration.ofMinutes(1).toSeconds();
          default -> Duration.ofHours(1).toSeconds();
        };
  }

  private String unit() {
    if (length.toSeconds() <= LONGEST_IN_SECONDS) {
      return "s";
    }
    return length.toSeconds() <= LONGEST_IN_MINUTES ? "min" : "h";
  }
}
