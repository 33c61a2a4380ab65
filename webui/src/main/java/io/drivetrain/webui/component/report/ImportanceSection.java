package io.drivetrain.webui.component.report;

import com.vaadin.flow.component.UI;
import io.drivetrain.pipeline.api.report.Comparison;
import io.drivetrain.pipeline.api.report.FeatureShare;
import io.drivetrain.pipeline.api.report.RunReport;
import io.drivetrain.webui.component.BarChart;
import io.drivetrain.webui.component.BarChart.Bar;
import io.drivetrain.webui.component.Panel;

/** How much each feature moves a prediction. */
public class ImportanceSection extends Panel {
  private final ReportNumbers numbers = new ReportNumbers(getLocale());

  public ImportanceSection(RunReport report) {
    super("report-importance", UI.getCurrent().getTranslation("report.importance"));
    String unit = report.comparison().map(Comparison::unit).orElse("");
    add(
        new BarChart(
            getTranslation("report.importance.picture", report.importance().size()),
            report.importance().stream().map(this::bar).toList()),
        new ReportGrid<>(getTranslation("report.importance"), report.importance())
            .text("report.feature", "10rem", FeatureShare::feature)
            .number("report.effect", one -> numbers.value(one.meanAbsoluteShap(), unit))
            .number("report.share", one -> numbers.share(one.share())));
  }

  private Bar bar(FeatureShare one) {
    return new Bar(one.feature(), one.share(), numbers.share(one.share()), "--chart-up");
  }
}
