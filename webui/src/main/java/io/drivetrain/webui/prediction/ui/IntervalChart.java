package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.UI;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.webui.component.Chart;
import io.drivetrain.webui.component.Quantities;
import java.util.List;
import java.util.Map;

/** The interval as a picture: a band, its ends, and the estimate where it lies in it. */
final class IntervalChart {
  private static final String HEIGHT = "64px";

  /** The axis goes beyond the band by this part of it on both sides. */
  private static final double MARGIN = 0.25;

  private IntervalChart() {}

  static Chart of(Prediction.Value prediction) {
    UI page = UI.getCurrent();
    Quantities quantities = new Quantities(page.getLocale());
    double low = prediction.interval().low();
    double high = prediction.interval().high();
    String lowText = quantities.of(low, prediction.unit());
    String highText = quantities.of(high, prediction.unit());
    String description =
        page.getTranslation(
            "result.intervalPicture",
            lowText,
            highText,
            quantities.of(prediction.value(), prediction.unit()));
    double margin = Math.max((high - low) * MARGIN, Math.ulp(high));
    Chart chart =
        new Chart(
            description,
            Map.of(
                "animation", false,
                "grid", Map.of("left", 0, "right", 0, "top", 0, "bottom", 24),
                "xAxis",
                    Map.of(
                        "type", "value", "show", false, "min", low - margin, "max", high + margin),
                "yAxis", Map.of("type", "category", "show", false, "data", List.of("")),
                "series",
                    List.of(
                        bar(low, "transparent", 0),
                        bar(high - low, "--accent-soft", 6),
                        points(
                            List.of(
                                point(low, 0, lowText),
                                point(high, 0, highText),
                                point(prediction.value(), 14, ""))))));
    chart.setHeight(HEIGHT);
    return chart;
  }

  private static Map<String, Object> bar(double length, String color, int radius) {
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
        14,
        "itemStyle",
        Map.of("color", color, "borderRadius", radius),
        "data",
        List.of(length));
  }

  private static Map<String, Object> points(List<Map<String, Object>> points) {
    return Map.of("type", "scatter", "silent", true, "data", points);
  }

  private static Map<String, Object> point(double at, int size, String text) {
    return Map.of(
        "value", List.of(at, 0),
        "symbolSize", size,
        "itemStyle", Map.of("color", "--accent"),
        "label",
            Map.of(
                "show",
                !text.isEmpty(),
                "formatter",
                text,
                "position",
                "bottom",
                "distance",
                10,
                "color",
                "--chart-text-quiet",
                "fontSize",
                12));
  }
}
