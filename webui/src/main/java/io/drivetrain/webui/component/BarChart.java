package io.drivetrain.webui.component;

import com.vaadin.flow.component.Composite;
import java.util.List;
import java.util.Map;

/** Horizontal bars with their numbers, from 0. */
public class BarChart extends Composite<Chart> {
  private static final int ROW_PIXELS = 26;

  /**
   * @param text the number as people read it
   * @param color a CSS custom property: {@code --chart-up}
   */
  public record Bar(String name, double value, String text, String color) {}

  public BarChart(String description, List<Bar> bars) {
    getContent().setHeight(bars.size() * ROW_PIXELS + 16 + "px");
    getContent().show(description, option(bars));
  }

  private static Map<String, Object> option(List<Bar> bars) {
    return Map.of(
        "animation", false,
        "grid", Map.of("left", 12, "right", 84, "top", 4, "bottom", 4, "containLabel", true),
        "xAxis", Map.of("type", "value", "show", false),
        "yAxis",
            Map.of(
                "type", "category",
                "inverse", true,
                "data", bars.stream().map(Bar::name).toList(),
                "axisLine", Map.of("show", false),
                "axisTick", Map.of("show", false),
                "axisLabel",
                    Map.of(
                        "color",
                        "--chart-text",
                        "width",
                        150,
                        "overflow",
                        "truncate",
                        "interval",
                        0)),
        "series",
            List.of(
                Map.of(
                    "type",
                    "bar",
                    "silent",
                    true,
                    "barWidth",
                    14,
                    "data",
                    bars.stream().map(BarChart::data).toList())));
  }

  private static Map<String, Object> data(Bar bar) {
    return Map.of(
        "value",
        bar.value(),
        "itemStyle",
        Map.of("color", bar.color(), "borderRadius", 3),
        "label",
        Map.of(
            "show",
            true,
            "position",
            bar.value() < 0 ? "insideRight" : "right",
            "formatter",
            bar.text(),
            "color",
            "--chart-text"));
  }
}
