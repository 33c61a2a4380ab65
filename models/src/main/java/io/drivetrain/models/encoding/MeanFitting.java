package io.drivetrain.models.encoding;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Sums the target by group, then smooths from the widest group to the narrowest. */
final class MeanFitting {

  private final List<Integer> places = new ArrayList<>();
  private final List<Function<Row, String>> groups = new ArrayList<>();
  private final double smoothing;

  private MeanFitting(ColumnPlan.TargetMean plan, FeatureSchema schema) {
    for (String feature : plan.features()) {
      places.add(Places.of(feature, schema));
      groups.add(Places.group(feature, schema));
    }
    smoothing = plan.smoothing();
  }

  static TargetMeanColumn fit(ColumnPlan.TargetMean plan, TrainingRows training) {
    MeanFitting fitting = new MeanFitting(plan, training.schema());
    Sums all = new Sums();
    for (int i = 0; i < training.rows().size(); i++) {
      fitting.add(training.rows().get(i), training.targets()[i], all);
    }
    double prior = all.sum / all.count;
    return new TargetMeanColumn(plan.features(), fitting.smooth(all, prior));
  }

  private void add(Row row, double target, Sums all) {
    Sums group = all;
    group.add(target);
    for (int level = 0; level < places.size(); level++) {
      group = row.isMissing(places.get(level)) ? group.missing() : group.child(name(row, level));
      group.add(target);
    }
  }

  private String name(Row row, int level) {
    return groups.get(level).apply(row);
  }

  private MeanNode smooth(Sums group, double wider) {
    double mean = (group.sum + smoothing * wider) / (group.count + smoothing);
    Map<String, MeanNode> children = new TreeMap<>();
    group.children.forEach((value, child) -> children.put(value, smooth(child, mean)));
    return new MeanNode(mean, children, group.missing == null ? null : smooth(group.missing, mean));
  }

  /** The rows of one group. */
  private static final class Sums {
    private double sum;
    private long count;
    private final Map<String, Sums> children = new TreeMap<>();
    private Sums missing;

    void add(double target) {
      sum += target;
      count++;
    }

    Sums child(String value) {
      return children.computeIfAbsent(value, _ -> new Sums());
    }

    Sums missing() {
      if (missing == null) {
        missing = new Sums();
      }
      return missing;
    }
  }
}
