package io.drivetrain.webui.comparison.ui;

import io.drivetrain.webui.comparison.Axis;
import io.drivetrain.webui.comparison.ComparedRun;
import io.drivetrain.webui.component.ChartAxes;
import java.util.List;
import java.util.Map;

/** A scale of a field as an axis of a chart. */
final class AxisOption {
  private AxisOption() {}

  static Map<String, Object> below(Axis axis, List<ComparedRun> runs) {
    return withCategories(ChartAxes.below(axis.field().name(), type(axis, runs)), axis);
  }

  static Map<String, Object> beside(Axis axis, List<ComparedRun> runs) {
    return withCategories(ChartAxes.beside(axis.field().name(), type(axis, runs)), axis);
  }

  static String type(Axis axis, List<ComparedRun> runs) {
    if (!axis.isNumeric()) {
      return "category";
    }
    return axis.isWide(runs) ? "log" : "value";
  }

  private static Map<String, Object> withCategories(Map<String, Object> option, Axis axis) {
    if (!axis.isNumeric()) {
      option.put("data", axis.categories());
    }
    return option;
  }
}
