package io.drivetrain.webui.comparison.ui;

import io.drivetrain.webui.comparison.ComparedRun;
import io.drivetrain.webui.comparison.Field;
import io.drivetrain.webui.comparison.Quartiles;
import io.drivetrain.webui.component.ChartAxes;
import io.drivetrain.webui.component.CsvText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The spread of a number in a group of runs.
 *
 * @param group the value that they share
 */
record Box(String group, Quartiles quartiles) {
  private static final int MAX_GROUPS = 40;
  private static final Comparator<String> ORDER =
      Comparator.comparingDouble(Box::size).thenComparing(Comparator.naturalOrder());

  /** In the order of the groups' values; of very many groups, the first ones. */
  static List<Box> of(List<ComparedRun> runs, Field number, Optional<Field> group) {
    Map<String, List<ComparedRun>> groups = new TreeMap<>(ORDER);
    runs.stream()
        .filter(run -> number.numberOf(run).isPresent())
        .forEach(run ->
            groups
                .computeIfAbsent(
                    group.flatMap(field -> field.of(run)).orElse("–"), _ -> new ArrayList<>())
                .add(run));
    return groups.entrySet().stream()
        .limit(MAX_GROUPS)
        .map(entry -> new Box(entry.getKey(), quartiles(entry.getValue(), number)))
        .toList();
  }

  /** Numbers by their size, then texts. */
  private static double size(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException noNumber) {
      return Double.NaN;
    }
  }

  private static Quartiles quartiles(List<ComparedRun> runs, Field number) {
    return Quartiles.of(
        runs.stream().mapToDouble(run -> number.numberOf(run).orElseThrow()).toArray());
  }

  static Map<String, Object> option(List<Box> boxes, String number) {
    Map<String, Object> groups = ChartAxes.of("", "category");
    groups.put("data", boxes.stream().map(Box::group).toList());
    Map<String, Object> values = ChartAxes.beside(number, "value");
    Map<String, Object> option = new HashMap<>();
    option.put("animation", false);
    option.put("tooltip", Map.of("confine", true));
    option.put("grid", ChartAxes.grid(16));
    option.put("xAxis", groups);
    option.put("yAxis", values);
    option.put(
        "series",
        List.of(
            Map.of(
                "type", "boxplot",
                "boxWidth", List.of(8, 48),
                "itemStyle", Map.of("color", "--accent-soft", "borderColor", "--accent"),
                "data", boxes.stream().map(Box::fiveNumbers).toList())));
    return option;
  }

  private List<Double> fiveNumbers() {
    return List.of(
        quartiles.least(),
        quartiles.lower(),
        quartiles.median(),
        quartiles.upper(),
        quartiles.greatest());
  }

  static CsvText csv(List<Box> boxes) {
    CsvText csv =
        new CsvText(List.of("group", "count", "least", "lower", "median", "upper", "greatest"));
    for (Box box : boxes) {
      List<Object> row = new ArrayList<>(List.of(box.group(), box.quartiles().count()));
      row.addAll(box.fiveNumbers());
      csv.row(row);
    }
    return csv;
  }
}
