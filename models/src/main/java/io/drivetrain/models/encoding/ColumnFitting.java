package io.drivetrain.models.encoding;

import io.drivetrain.models.schema.Row;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Learns what one column needs from the training rows. */
final class ColumnFitting {

  private ColumnFitting() {}

  static Column fit(ColumnPlan plan, TrainingRows training) {
    return switch (plan) {
      case ColumnPlan.Number number -> number(number, training);
      case ColumnPlan.Age age -> age(age, training);
      case ColumnPlan.Levels levels -> levels(levels, training);
      case ColumnPlan.Indicator indicator -> indicator(indicator, training);
      case ColumnPlan.TargetMean mean -> MeanFitting.fit(mean, training);
      case ColumnPlan.Missing missing -> new MissingColumn(missing.feature());
      case ColumnPlan.Text text -> TextFitting.fit(text, training);
    };
  }

  private static Column number(ColumnPlan.Number plan, TrainingRows training) {
    ToDoubleFunction<Row> value = Places.number(plan.feature(), training.schema());
    return new NumberColumn(plan.feature(), median(training.sorted(plan.feature(), value)));
  }

  private static Column age(ColumnPlan.Age plan, TrainingRows training) {
    ToDoubleFunction<Row> year = Places.year(plan.feature(), training.schema());
    double[] years = training.sorted(plan.feature(), year);
    int latest = (int) Math.floor(years[years.length - 1]);
    int reference = plan.reference() == null ? latest : plan.reference();
    return new AgeColumn(plan.feature(), reference, reference - median(years));
  }

  private static Column levels(ColumnPlan.Levels plan, TrainingRows training) {
    List<String> known = Places.category(plan.feature(), training.schema()).values();
    List<String> levels = plan.levels().isEmpty() ? known : plan.levels();
    return new LevelColumn(plan.feature(), levels, plan.unseen(), plan.missing());
  }

  private static Column indicator(ColumnPlan.Indicator plan, TrainingRows training) {
    List<String> known = Places.category(plan.feature(), training.schema()).values();
    if (!known.isEmpty() && !known.contains(plan.value())) {
      throw new IllegalArgumentException(
          "the encoding asks for "
              + plan.feature()
              + " = \""
              + plan.value()
              + "\", which is no value of that feature");
    }
    return new IndicatorColumn(plan.feature(), plan.value());
  }

  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
