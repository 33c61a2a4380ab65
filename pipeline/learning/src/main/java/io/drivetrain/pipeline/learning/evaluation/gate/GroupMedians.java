package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.models.metric.Quantile;
import io.drivetrain.models.schema.Row;
import io.drivetrain.pipeline.learning.data.Example;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The median target of the training rows that agree in some features. For a group of too few rows
 * the features count from the first on, as far as there are enough; in the end all rows.
 */
public final class GroupMedians {
  private static final int LEAST_ROWS = 3;

  private final int[] places;
  private final Map<List<String>, Double> medians;

  private GroupMedians(int[] places, Map<List<String>, Double> medians) {
    this.places = places;
    this.medians = medians;
  }

  /**
   * @param training one row or more
   * @param places of the features in the schema
   */
  static GroupMedians of(List<Example> training, int[] places) {
    Map<List<String>, Double> medians = new HashMap<>();
    for (int features = 0; features <= places.length; features++) {
      int[] first = Arrays.copyOf(places, features);
      Slicing.grouped(training, example -> group(example.row(), first))
          .forEach((group, members) -> {
            if (members.size() >= LEAST_ROWS || group.isEmpty()) {
              medians.put(group, median(members));
            }
          });
    }
    return new GroupMedians(places.clone(), medians);
  }

  double of(Row row) {
    List<String> group = group(row, places);
    for (int features = places.length; features > 0; features--) {
      Double median = medians.get(group.subList(0, features));
      if (median != null) {
        return median;
      }
    }
    return medians.get(List.of());
  }

  /** How many groups have a median of their own, of all features. */
  long groups() {
    return medians.keySet().stream().filter(group -> group.size() == places.length).count();
  }

  private static List<String> group(Row row, int[] places) {
    return Arrays.stream(places).mapToObj(row::display).toList();
  }

  private static double median(List<Example> members) {
    return Quantile.of(members.stream().mapToDouble(Example::target).sorted().toArray(), 0.5);
  }
}
