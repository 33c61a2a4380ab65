package io.drivetrain.webui.component.report;

import com.vaadin.flow.component.UI;
import io.drivetrain.pipeline.api.report.Comparison;
import io.drivetrain.pipeline.api.report.SliceReport;
import io.drivetrain.webui.component.BarChart;
import io.drivetrain.webui.component.BarChart.Bar;
import io.drivetrain.webui.component.Panel;
import java.util.function.Predicate;

/** The error of the model by parts of the hold-out. */
public class SliceSection extends Panel {
  private final ReportNumbers numbers = new ReportNumbers(getLocale());

  public SliceSection(Comparison comparison) {
    super("report-slices", UI.getCurrent().getTranslation("report.slices"));
    add(chart(comparison), table(comparison));
  }

  private BarChart chart(Comparison comparison) {
    return new BarChart(
        getTranslation("report.slices.picture", comparison.slices().size()),
        comparison.slices().stream().map(this::bar).toList());
  }

  private Bar bar(SliceReport slice) {
    return new Bar(
        slice.by() + ": " + slice.slice(),
        slice.errorShare(),
        numbers.share(slice.errorShare()),
        slice.problem().isEmpty() ? "--chart-up" : "--chart-down");
  }

  private ReportGrid<SliceReport> table(Comparison comparison) {
    String unit = comparison.unit();
    ReportGrid<SliceReport> table =
        new ReportGrid<>(getTranslation("report.slices"), comparison.slices())
            .text("report.by", "7rem", SliceReport::by)
            .text("report.slice", "9rem", SliceReport::slice)
            .number("report.rows", one -> numbers.count(one.rows()))
            .number("report.error", one -> numbers.value(one.meanAbsoluteError(), unit))
            .number("report.errorShare", one -> numbers.share(one.errorShare()))
            .number("report.bias", one -> numbers.share(one.biasShare()));
    if (has(comparison, slice -> slice.championMeanAbsoluteError().isPresent())) {
      table.number(
          "report.championError", one -> numbers.value(one.championMeanAbsoluteError(), unit));
    }
    if (has(comparison, slice -> !slice.problem().isEmpty())) {
      table.text("report.problem", "8rem", SliceReport::problem);
    }
    return table;
  }

  private static boolean has(Comparison comparison, Predicate<SliceReport> what) {
    return comparison.slices().stream().anyMatch(what);
  }
}
