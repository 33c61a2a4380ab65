package io.drivetrain.webui.comparison.ui;

import io.drivetrain.webui.comparison.Axis;
import io.drivetrain.webui.comparison.ComparedRun;
import io.drivetrain.webui.component.ChartAxes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A point for each run as an ECharts option.
 *
 * @param runs each has a place on every axis
 */
record ScatterOption(Axis x, Axis y, Optional<Axis> color, List<ComparedRun> runs) {
  private static final int COLOR_DIMENSION = 2;

  Map<String, Object> map() {
    Map<String, Object> option = new HashMap<>();
    option.put("animation", false);
    option.put("tooltip", Map.of("confine", true));
    option.put("grid", ChartAxes.grid(color.isPresent() ? 72 : 40));
    option.put("xAxis", AxisOption.below(x, runs));
    option.put("yAxis", AxisOption.beside(y, runs));
    option.put(
        "series",
        List.of(
            Map.of(
                "type",
                "scatter",
                "symbolSize",
                runs.size() > 200 ? 7 : 11,
                "itemStyle",
                Map.of("color", "--accent", "opacity", 0.8),
                "data",
                runs.stream().map(this::point).toList())));
    color.ifPresent(axis -> {
      double[] places = runs.stream().mapToDouble(run -> axis.place(run).orElse(0)).toArray();
      double least = Arrays.stream(places).min().orElse(0);
      double most = Arrays.stream(places).max().orElse(0);
      if (most > least) {
        option.put("visualMap", ColorScale.horizontal(axis, COLOR_DIMENSION, least, most));
      }
    });
    return option;
  }

  private Map<String, Object> point(ComparedRun run) {
    List<Double> places = new ArrayList<>();
    places.add(x.place(run).orElseThrow());
    places.add(y.place(run).orElseThrow());
    color.ifPresent(axis -> places.add(axis.place(run).orElseThrow()));
    return Map.of("name", run.name(), "value", places);
  }
}
