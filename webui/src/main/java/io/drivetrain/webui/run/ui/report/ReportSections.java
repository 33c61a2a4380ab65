package io.drivetrain.webui.run.ui.report;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.drivetrain.pipeline.api.report.RunReport;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.report.CardSection;
import io.drivetrain.webui.component.report.GateSection;
import io.drivetrain.webui.component.report.HoldOutSection;
import io.drivetrain.webui.component.report.ImportanceSection;
import io.drivetrain.webui.component.report.MetricSection;
import io.drivetrain.webui.component.report.SliceSection;

/** The parts of a report that the run has something for. */
class ReportSections extends Div {

  ReportSections(RunReport report) {
    addClassName("report");
    add(new OutcomeSection(report));
    report.data().ifPresent(data -> add(new DataSection(data)));
    report
        .comparison()
        .filter(comparison -> !comparison.metrics().isEmpty())
        .ifPresent(comparison -> add(new MetricSection(comparison)));
    if (!report.gates().isEmpty()) {
      add(new GateSection(report.gates()));
    }
    report
        .comparison()
        .filter(comparison -> !comparison.slices().isEmpty())
        .ifPresent(comparison -> add(new SliceSection(comparison)));
    report.holdOut().ifPresent(holdOut -> add(new HoldOutSection(holdOut)));
    if (!report.golden().isEmpty()) {
      add(new GoldenSection(report));
    }
    if (!report.importance().isEmpty()) {
      add(new ImportanceSection(report));
    }
    report.card().ifPresent(card -> add(new CardSection(card)));
    add(new StepSection(report));
    if (!report.unread().isEmpty()) {
      add(unread(report));
    }
  }

  private Panel unread(RunReport report) {
    UnorderedList list = new UnorderedList();
    report.unread().forEach(one -> list.add(new ListItem(one.what() + " \u2013 " + one.why())));
    Panel panel = new Panel("report-unread", getTranslation("report.unread"));
    panel.add(list);
    return panel;
  }
}
