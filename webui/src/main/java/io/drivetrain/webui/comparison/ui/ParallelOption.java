package io.drivetrain.webui.comparison.ui;

import io.drivetrain.webui.comparison.Axis;
import io.drivetrain.webui.comparison.ComparedRun;
import io.drivetrain.webui.comparison.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Parallel coordinates as an ECharts option: a line for each run over an axis for each field.
 *
 * @param color the field by which lines are coloured, one of the axes
 */
record ParallelOption(List<Axis> axes, Optional<Field> color, List<ComparedRun> runs) {
  private static final int DENSE = 100;

  Map<String, Object> map() {
    Map<String, Object> option = new HashMap<>();
    option.put("animation", false);
    option.put("tooltip", Map.of("confine", true));
    option.put("parallel", Map.of("left", 56, "right", 88, "top", 44, "bottom", 64));
    option.put("parallelAxis", parallelAxes());
    option.put("series", List.of(series()));
    visualMap().ifPresent(map -> option.put("visualMap", map));
    return option;
  }

  private List<Map<String, Object>> parallelAxes() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (int i = 0; i < axes.size(); i++) {
      all.add(parallelAxis(i, axes.get(i)));
    }
    return all;
  }

  private Map<String, Object> parallelAxis(int dimension, Axis axis) {
    Map<String, Object> option = new HashMap<>();
    option.put("dim", dimension);
    option.put("name", axis.field().name());
    option.put("type", AxisOption.type(axis, runs));
    option.put("scale", true);
    option.put("realtime", false);
    option.put("nameTruncate", Map.of("maxWidth", 108, "ellipsis", "…"));
    option.put("nameTextStyle", Map.of("color", "--chart-text", "fontWeight", 600));
    option.put("tooltip", Map.of("show", true));
    option.put("axisLine", Map.of("lineStyle", Map.of("color", "--chart-text-quiet")));
    option.put("axisTick", Map.of("lineStyle", Map.of("color", "--chart-text-quiet")));
    option.put(
        "axisLabel",
        Map.of(
            "color",
            "--chart-text",
            "fontSize",
            11,
            "width",
            84,
            "overflow",
            "truncate",
            "textBorderColor",
            "--surface",
            "textBorderWidth",
            2));
    option.put(
        "areaSelectStyle",
        Map.of("width", 22, "color", "--accent", "borderColor", "--accent", "opacity", 0.25));
    if (!axis.isNumeric()) {
      option.put("data", axis.categories());
    }
    return option;
  }

  private DoubleStream places(Axis axis) {
    return runs.stream().map(axis::place).flatMapToDouble(OptionalDouble::stream);
  }

  private Map<String, Object> series() {
    boolean isDense = runs.size() > DENSE;
    return Map.of(
        "type",
        "parallel",
        "inactiveOpacity",
        isDense ? 0.02 : 0.06,
        "activeOpacity",
        0.9,
        "lineStyle",
        Map.of("color", "--accent", "width", isDense ? 1 : 1.6, "opacity", isDense ? 0.5 : 0.8),
        "emphasis",
        Map.of("lineStyle", Map.of("width", 3, "opacity", 1)),
        "data",
        runs.stream().map(this::line).toList());
  }

  private Map<String, Object> line(ComparedRun run) {
    List<Double> values = new ArrayList<>();
    for (Axis axis : axes) {
      OptionalDouble place = axis.place(run);
      values.add(place.isPresent() ? place.getAsDouble() : null);
    }
    return Map.of("name", run.name(), "value", values);
  }

  private Optional<Map<String, Object>> visualMap() {
    int dimension = axes.stream().map(Axis::field).toList().indexOf(color.orElse(null));
    if (dimension < 0) {
      return Optional.empty();
    }
    double least = places(axes.get(dimension)).min().orElse(0);
    double most = places(axes.get(dimension)).max().orElse(0);
    return most > least
        ? Optional.of(ColorScale.horizontal(axes.get(dimension), dimension, least, most))
        : Optional.empty();
  }
}
