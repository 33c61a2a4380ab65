package io.drivetrain.pipeline.learning.report;

import io.drivetrain.pipeline.learning.page.Figures;
import io.drivetrain.pipeline.learning.page.Histogram;
import io.drivetrain.pipeline.learning.page.Scatter;
import io.drivetrain.pipeline.learning.report.HoldOutReport.PredictedRow;
import io.drivetrain.pipeline.learning.report.ReportPage.Fact;
import java.util.Arrays;
import java.util.List;

/** The predictions of the hold-out in pictures. */
record HoldOutPage(Scatter scatter, Histogram errors, List<Fact> facts) {
  /** Of a hundred errors, how many the picture shows between its ends. */
  private static final double SHOWN = 0.98;

  static HoldOutPage of(HoldOutReport holdOut) {
    String unit = holdOut.unit().isEmpty() ? "" : " (" + holdOut.unit() + ")";
    double[] errors = holdOut.rows().stream().mapToDouble(PredictedRow::error).toArray();
    double reach = reach(errors);
    return new HoldOutPage(
        Scatter.of(
            "actual" + unit,
            "predicted" + unit,
            holdOut.rows().stream()
                .map(row -> new Scatter.Pair(row.actual(), row.predicted()))
                .toList()),
        Histogram.of("predicted less actual" + unit, errors, -reach, reach),
        facts(holdOut));
  }

  private static double reach(double[] errors) {
    double[] sizes = Arrays.stream(errors).map(Math::abs).sorted().toArray();
    double reach = sizes[(int) ((sizes.length - 1) * SHOWN)];
    return reach > 0 ? reach : 1;
  }

  private static List<Fact> facts(HoldOutReport holdOut) {
    double mean = holdOut.meanError();
    return List.of(
        new Fact("Rows of the hold-out", Figures.count(holdOut.count())),
        new Fact("Off by at most 10 %", Figures.percent(holdOut.withinTenPercent())),
        new Fact("Off by at most 20 %", Figures.percent(holdOut.withinTwentyPercent())),
        new Fact("Inside their interval", Figures.percent(holdOut.insideInterval())),
        new Fact("Mean error", (mean > 0 ? "+" : "") + ReportPage.amount(mean, holdOut.unit())));
  }
}
