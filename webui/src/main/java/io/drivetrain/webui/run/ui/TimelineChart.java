package io.drivetrain.webui.run.ui;

import io.drivetrain.webui.client.Step;
import io.drivetrain.webui.component.StateColor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The steps of a run in its time as an ECharts option: stacked bars, of which the first lifts the
 * others to their place. Pale while a step waits, in the colour of its state from its first
 * attempt.
 */
record TimelineChart(Timeline timeline) {
  private static final int ROW_PIXELS = 30;
  private static final int AXIS_PIXELS = 34;
  private static final double LONGEST_IN_SECONDS = 180;
  private static final double LONGEST_IN_MINUTES = 180 * 60;

  String height() {
    return timeline.run().steps().size() * ROW_PIXELS + AXIS_PIXELS + "px";
  }

  Map<String, Object> option() {
    List<Step> steps = timeline.run().steps();
    return Map.of(
        "animation", false,
        "grid", Map.of("left", 12, "right", 24, "top", 4, "bottom", 8, "containLabel", true),
        "xAxis", timeAxis(),
        "yAxis", stepAxis(steps),
        "series",
            List.of(
                bars(steps.stream().map(this::offset).toList(), "transparent"),
                bars(steps.stream().map(step -> length(timeline.waiting(step))).toList(), "--line"),
                bars(steps.stream().map(this::running).toList(), "--state-good")));
  }

  private Map<String, Object> timeAxis() {
    return Map.of(
        "type",
        "value",
        "min",
        0,
        "max",
        total(),
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

  private static Map<String, Object> stepAxis(List<Step> steps) {
    return Map.of(
        "type", "category",
        "inverse", true,
        "data", steps.stream().map(Step::id).toList(),
        "axisLine", Map.of("show", false),
        "axisTick", Map.of("show", false),
        "axisLabel",
            Map.of("color", "--chart-text", "width", 170, "overflow", "truncate", "interval", 0));
  }

  private static Map<String, Object> bars(List<?> data, String color) {
    return Map.of(
        "type",
        "bar",
        "stack",
        "time",
        "silent",
        true,
        "barWidth",
        14,
        "barMinHeight",
        color.equals("--state-good") ? 2 : 0,
        "itemStyle",
        Map.of("color", color, "borderRadius", 3),
        "data",
        data);
  }

  private double offset(Step step) {
    return timeline
        .waiting(step)
        .or(() -> timeline.running(step))
        .map(span -> span.from() * total())
        .orElse(0.0);
  }

  private Object running(Step step) {
    Optional<Timeline.Span> span = timeline.running(step);
    if (span.isEmpty()) {
      return "-"; // ECharts draws nothing, not even the least width
    }
    return Map.of(
        "value",
        length(span),
        "itemStyle",
        Map.of("color", StateColor.of(step.state()).variable(), "borderRadius", 3));
  }

  private double length(Optional<Timeline.Span> span) {
    return span.map(part -> (part.to() - part.from()) * total()).orElse(0.0);
  }

  private double total() {
    return timeline.length().toMillis() / 1000.0 / divisor();
  }

  private String unit() {
    if (seconds() <= LONGEST_IN_SECONDS) {
      return "s";
    }
    return seconds() <= LONGEST_IN_MINUTES ? "min" : "h";
  }

  private double divisor() {
    return switch (unit()) {
      case "s" -> 1;
      case "min" -> Duration.ofMinutes(1).toSeconds();
      default -> Duration.ofHours(1).toSeconds();
    };
  }

  private long seconds() {
    return timeline.length().toSeconds();
  }
}
