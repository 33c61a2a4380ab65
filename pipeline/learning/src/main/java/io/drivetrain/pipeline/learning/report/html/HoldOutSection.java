package io.drivetrain.pipeline.learning.report.html;

import io.drivetrain.pipeline.api.report.HoldOutReport;
import io.drivetrain.pipeline.learning.html.Charts;
import io.drivetrain.pipeline.learning.html.Fact;
import io.drivetrain.pipeline.learning.html.NumberText;
import io.drivetrain.pipeline.learning.html.PageText;
import io.drivetrain.pipeline.learning.report.PredictedRows;
import io.drivetrain.pipeline.learning.report.PredictedRows.PredictedRow;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The predictions of the hold-out in charts.
 *
 * @param scatter predicted against actual, an SVG
 * @param scatterCaption how many rows it shows
 * @param errors predicted less actual, an SVG
 */
record HoldOutSection(
    String scatter, String scatterCaption, String errors, String errorsCaption, List<Fact> facts) {
  private static final int MOST_DOTS = 400;

  /** Of the values, how many the axes of the dots show at each end. */
  private static final double CUT = 0.0025;

  /** Of the errors, how many the histogram shows between its ends. */
  private static final double SHOWN = 0.98;

  static HoldOutSection of(HoldOutReport holdOut, PredictedRows predicted, PageText text) {
    List<PredictedRow> rows = predicted.rows();
    Charts charts = new Charts(text.numbers());
    String unit = holdOut.unit().isEmpty() ? "" : " (" + holdOut.unit() + ")";
    Range range = Range.of(rows);
    List<PredictedRow> inside = rows.stream().filter(range::holds).toList();
    List<PredictedRow> dots = sample(inside);
    double[] errors = rows.stream().mapToDouble(PredictedRow::error).toArray();
    double reach = reach(errors);
    long beyond = Arrays.stream(errors).filter(error -> Math.abs(error) > reach).count();
    return new HoldOutSection(
        charts.scatter(
            text.of("scatter_label"),
            dots.stream().mapToDouble(PredictedRow::actual).toArray(),
            dots.stream().mapToDouble(PredictedRow::predicted).toArray(),
            range.low(),
            range.high(),
            text.of("actual") + unit,
            text.of("predicted") + unit),
        text.of(
            "scatter_caption",
            unit.strip(),
            text.numbers().count(dots.size()),
            text.numbers().count(holdOut.count()),
            text.numbers().count(rows.size() - inside.size())),
        charts.histogram(
            text.of("errors_label"),
            errors,
            -reach,
            reach,
            text.of("error") + unit,
            text.of("rows")),
        text.of(
            "errors_caption",
            unit.strip(),
            text.numbers().count(errors.length),
            text.numbers().count(beyond)),
        facts(holdOut, text));
  }

  /** The ends of both axes of the dots. */
  private record Range(double low, double high) {
    static Range of(List<PredictedRow> rows) {
      double[] values =
          rows.stream()
              .flatMapToDouble(row -> Arrays.stream(new double[] {row.actual(), row.predicted()}))
              .sorted()
              .toArray();
      double low = values[(int) (values.length * CUT)];
      double high = values[(int) ((values.length - 1) * (1 - CUT))];
      double room = high > low ? (high - low) * 0.02 : Math.max(1, Math.abs(high) * 0.02);
      return new Range(low - room, high + room);
    }

    boolean holds(PredictedRow row) {
      return Math.min(row.actual(), row.predicted()) >= low
          && Math.max(row.actual(), row.predicted()) <= high;
    }
  }

  /** Every n-th by size, so that the sparse ends are seen too. */
  static List<PredictedRow> sample(List<PredictedRow> rows) {
    if (rows.size() <= MOST_DOTS) {
      return rows;
    }
    List<PredictedRow> sorted =
        rows.stream().sorted(Comparator.comparingDouble(PredictedRow::actual)).toList();
    double step = (sorted.size() - 1) / (MOST_DOTS - 1.0);
    return IntStream.range(0, MOST_DOTS)
        .mapToObj(i -> sorted.get((int) Math.round(i * step)))
        .toList();
  }

  private static double reach(double[] errors) {
    double[] sizes = Arrays.stream(errors).map(Math::abs).sorted().toArray();
    double reach = sizes[(int) ((sizes.length - 1) * SHOWN)];
    return reach > 0 ? reach : 1;
  }

  private static List<Fact> facts(HoldOutReport holdOut, PageText text) {
    NumberText numbers = text.numbers();
    String sign = holdOut.meanError() > 0 ? "+" : "";
    return List.of(
        new Fact(text.of("hold_out_rows"), numbers.count(holdOut.count())),
        new Fact(text.of("within_ten"), numbers.percent(holdOut.withinTenPercent())),
        new Fact(text.of("within_twenty"), numbers.percent(holdOut.withinTwentyPercent())),
        new Fact(text.of("inside_interval"), numbers.percent(holdOut.insideInterval())),
        new Fact(
            text.of("mean_error"), sign + numbers.amount(holdOut.meanError(), holdOut.unit())));
  }
}
