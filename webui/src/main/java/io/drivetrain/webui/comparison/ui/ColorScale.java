package io.drivetrain.webui.comparison.ui;

import io.drivetrain.webui.comparison.Axis;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Colours of a chart by a field, with their legend, as an ECharts option. */
final class ColorScale {
  private static final List<String> COLORS =
      List.of("--chart-scale-low", "--chart-scale-middle", "--chart-scale-high");

  private static final MathContext DIGITS = new MathContext(4);

  private ColorScale() {}

  /** A legend below the chart. */
  static Map<String, Object> horizontal(Axis axis, int dimension, double least, double most) {
    Map<String, Object> map = new HashMap<>();
    map.put("type", "continuous");
    map.put("dimension", dimension);
    map.put("min", least);
    map.put("max", most);
    map.put("precision", 4);
    map.put("inRange", Map.of("color", COLORS));
    map.put("outOfRange", Map.of("color", List.of("--chart-text-quiet")));
    map.put("orient", "horizontal");
    map.put("left", "center");
    map.put("bottom", 4);
    map.put("itemHeight", 160);
    map.put("itemWidth", 10);
    map.put("hoverLink", false);
    map.put("text", List.of(end(axis, most), axis.field().name() + "  " + end(axis, least)));
    map.put("textStyle", Map.of("color", "--chart-text", "fontSize", 11));
    return map;
  }

  private static String end(Axis axis, double place) {
    return axis.isNumeric()
        ? new BigDecimal(place).round(DIGITS).stripTrailingZeros().toPlainString()
        : axis.categories().get((int) place);
  }
}
