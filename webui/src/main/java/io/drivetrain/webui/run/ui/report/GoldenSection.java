package io.drivetrain.webui.run.ui.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import io.drivetrain.pipeline.api.gate.GoldenResult;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.api.report.Comparison;
import io.drivetrain.pipeline.api.report.RunReport;
import io.drivetrain.webui.component.BandChart;
import io.drivetrain.webui.component.BandChart.End;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.report.ReportGrid;
import io.drivetrain.webui.component.report.ReportNumbers;
import io.drivetrain.webui.component.report.Verdict;
import java.util.Optional;

/** Typical rows that were predicted before the model went into production. */
class GoldenSection extends Panel {
  private final ReportNumbers numbers = new ReportNumbers(getLocale());

  GoldenSection(RunReport report) {
    super("report-golden", UI.getCurrent().getTranslation("report.golden"));
    String unit = report.comparison().map(Comparison::unit).orElse("");
    add(
        new ReportGrid<>(getTranslation("report.golden"), report.golden())
            .component("report.verdict", "8rem", one -> new Verdict(one.passed(), Severity.ERROR))
            .text("report.record", "14rem", GoldenResult::name)
            .component("report.bounds", "14rem", one -> picture(one, unit))
            .number("report.predicted", one -> numbers.value(one.value(), unit))
            .text("report.problem", "8rem", GoldenResult::problem));
  }

  private Component picture(GoldenResult golden, String unit) {
    return golden
        .value()
        .<Component>map(value ->
            new BandChart(
                    end(golden.min(), unit),
                    end(golden.max(), unit),
                    value,
                    Verdict.color(golden.passed(), Severity.ERROR).variable())
                .chart(golden.name()))
        .orElseGet(Span::new);
  }

  private Optional<End> end(double at, String unit) {
    return Optional.of(new End(at, numbers.value(at, unit)));
  }
}
