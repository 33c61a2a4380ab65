package io.drivetrain.webui.component.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import io.drivetrain.pipeline.api.gate.Measurement;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.api.report.GateReport;
import io.drivetrain.webui.component.BandChart;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.Quantities;
import java.util.List;

/** Every gate with its measured value against its bounds. */
public class GateSection extends Panel {
  private final GateTexts texts = new GateTexts(getLocale());

  public GateSection(List<GateReport> gates) {
    super("report-gates", UI.getCurrent().getTranslation("report.gates"));
    add(
        new ReportGrid<>(getTranslation("report.gates"), gates)
            .component("report.verdict", "8rem", gate -> new Verdict(gate.passed(), severity(gate)))
            .text("report.gate", "12rem", texts::name)
            .component("report.bounds", "13rem", this::picture)
            .text("report.comparison", "18rem", texts::comparison));
  }

  /** A gate of unknown severity counts as one that rejects. */
  private static Severity severity(GateReport gate) {
    return gate.severity().orElse(Severity.ERROR);
  }

  private Component picture(GateReport gate) {
    return gate.details()
        .measurement()
        .<Component>map(measured -> chart(gate, measured))
        .orElseGet(Span::new);
  }

  /** The measured value beside its bounds. */
  private Component chart(GateReport gate, Measurement measured) {
    Quantities quantities = new Quantities(getLocale());
    return new BandChart(
            measured.min().map(bound -> end(bound, measured.unit(), quantities)),
            measured.max().map(bound -> end(bound, measured.unit(), quantities)),
            measured.value(),
            Verdict.color(gate.passed(), severity(gate)).variable())
        .chart(texts.comparison(gate));
  }

  private static BandChart.End end(double bound, String unit, Quantities quantities) {
    return new BandChart.End(bound, quantities.of(bound, unit));
  }
}
