package io.drivetrain.webui.run.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import io.drivetrain.pipeline.api.report.Comparison;
import io.drivetrain.pipeline.api.report.RunReport;
import io.drivetrain.webui.component.report.GateSection;
import io.drivetrain.webui.component.report.MetricSection;
import java.util.Optional;

/**
 * What a rejection or an approval rests on: the candidate's figures against the champion's, and the
 * gates, each with its value against its bound. Hidden without a report.
 */
class GatesPanel extends Div {
  private Optional<RunReport> shown = Optional.empty();

  GatesPanel() {
    setId("gates");
    addClassName("run-gates");
    setVisible(false);
  }

  void show(Optional<RunReport> report) {
    if (isShown(report)) {
      return;
    }
    shown = report;
    removeAll();
    report.ifPresent(this::fill);
    setVisible(getComponentCount() > 0);
  }

  /** A report tells when it was read, which is no news. */
  private boolean isShown(Optional<RunReport> report) {
    return report.map(RunReport::gates).equals(shown.map(RunReport::gates))
        && report.flatMap(RunReport::comparison).equals(shown.flatMap(RunReport::comparison));
  }

  private void fill(RunReport report) {
    Optional<Comparison> figures =
        report.comparison().filter(comparison -> !comparison.metrics().isEmpty());
    figures.ifPresent(comparison -> add(new MetricSection(comparison)));
    if (!report.gates().isEmpty()) {
      add(
          new Details(
              getTranslation(
                  "run.gates",
                  report.gates().stream().filter(gate -> !gate.passed()).count(),
                  report.gates().size()),
              new GateSection(report.gates())));
    }
  }
}
