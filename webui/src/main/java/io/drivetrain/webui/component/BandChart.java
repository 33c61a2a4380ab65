package io.drivetrain.webui.component;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value in, or beside, a band: a prediction in its interval, a measured value within its bounds.
 *
 * @param low the lower end of the band; empty when it has none
 * @param high the upper end; empty when it has none
 * @param color of the value: a CSS custom property
 */
public record BandChart(Optional<End> low, Optional<End> high, double value, String color) {
  private static final String HEIGHT = "52px";
  private static final int THICKNESS = 14;

  /** The axis goes beyond what it shows by this part of it on both sides. */
  private static final double MARGIN = 0.25;

  /** An end of the band and the text below it. */
  public record End(double at, String text) {}

  public Chart chart(String description) {
    double least = least();
    double most = most();
    double margin = most > least ? (most - least) * MARGIN : Math.max(1, Math.abs(most)) * MARGIN;
    double from = least - margin;
    double to = most + margin;
    double begin = low.map(End::at).orElse(from);
    double end = high.map(End::at).orElse(to);
    Chart chart = new Chart();
    chart.setHeight(HEIGHT);
    chart.show(
        description,
        Map.of(
            "animation", false,
            "grid", Map.of("left", 0, "right", 0, "top", 0, "bottom", 22),
            "xAxis", Map.of("type", "value", "show", false, "min", from, "max", to),
            "yAxis", Map.of("type", "category", "show", false, "data", List.of("")),
            "series",
                List.of(
                    bar(begin, "transparent"),
                    bar(end - begin, "--state-good-soft"),
                    Map.of("type", "scatter", "silent", true, "data", points()))));
    return chart;
  }

  private double least() {
    return Math.min(value, low.or(() -> high).map(End::at).orElse(value));
  }

  private double most() {
    return Math.max(value, high.or(() -> low).map(End::at).orElse(value));
  }

  private static Map<String, Object> bar(double length, String color) {
    return Map.of(
        "type",
        "bar",
        "stack",
        "band",
        "stackStrategy",
        "all",
        "silent",
        true,
        "barWidth",
        THICKNESS,
        "itemStyle",
        Map.of("color", color),
        "data",
        List.of(length));
  }

  private List<Map<String, Object>> points() {
    List<Map<String, Object>> points = new ArrayList<>();
    low.ifPresent(end -> points.add(point(end.at(), 0, end.text())));
    high.ifPresent(end -> points.add(point(end.at(), 0, end.text())));
    points.add(point(value, THICKNESS, ""));
    return points;
  }

  private Map<String, Object> point(double at, int size, String text) {
    return Map.of(
        "value", List.of(at, 0),
        "symbolSize", size,
        "itemStyle", Map.of("color", color),
        "label",
            Map.of(
                "show",
                !text.isEmpty(),
                "formatter",
                text,
                "position",
                "bottom",
                "distance",
                9,
                "color",
                "--chart-text-quiet",
                "fontSize",
                12));
  }
}
