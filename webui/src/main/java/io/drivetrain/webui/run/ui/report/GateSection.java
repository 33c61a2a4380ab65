package io.drivetrain.webui.run.ui.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import io.drivetrain.webui.client.RunReport.Gate;
import io.drivetrain.webui.component.Panel;
import java.util.List;

/** Every gate with its measured value against its bounds. */
class GateSection extends Panel {

  GateSection(List<Gate> gates) {
    super("report-gates", UI.getCurrent().getTranslation("report.gates"));
    add(
        new ReportGrid<>(getTranslation("report.gates"), gates)
            .component(
                "report.verdict", "8rem", gate -> new Verdict(gate.passed(), gate.severity()))
            .text("report.gate", "12rem", Gate::gate)
            .component("report.bounds", "13rem", this::picture)
            .text("report.comparison", "18rem", Gate::comparison));
  }

  private Component picture(Gate gate) {
    return GateBounds.of(gate)
        .<Component>map(bounds -> bounds.chart(gate, getLocale()))
        .orElseGet(Span::new);
  }
}
