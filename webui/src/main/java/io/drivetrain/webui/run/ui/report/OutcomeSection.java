package io.drivetrain.webui.run.ui.report;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import io.drivetrain.pipeline.api.report.GateReport;
import io.drivetrain.pipeline.api.report.RunReport;
import io.drivetrain.webui.component.Facts;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.StateBadge;
import io.drivetrain.webui.component.TimeFormat;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How the run ended, and which model is in production now. */
class OutcomeSection extends Panel {

  OutcomeSection(RunReport report) {
    super("report-outcome", UI.getCurrent().getTranslation("report.outcome"));
    StateBadge badge = new StateBadge(report.outcome());
    badge.setId("report-state");
    Facts facts = new Facts();
    facts.show(facts(report));
    addToHead(badge);
    add(new Paragraph(report.summary()), facts);
  }

  private Map<String, String> facts(RunReport report) {
    TimeFormat times = TimeFormat.of(UI.getCurrent());
    Map<String, String> facts = new LinkedHashMap<>();
    report
        .comparison()
        .ifPresent(comparison -> {
          facts.put(getTranslation("report.challenger"), orNone(comparison.challenger()));
          facts.put(getTranslation("report.champion"), orNone(comparison.champion()));
        });
    stage(report).ifPresent(stage -> facts.put(getTranslation("report.stage"), stage));
    if (!report.gates().isEmpty()) {
      long passed = report.gates().stream().filter(GateReport::passed).count();
      facts.put(
          getTranslation("report.gates"),
          getTranslation("report.gates.passed", passed, report.gates().size()));
    }
    report
        .startedAt()
        .ifPresent(start ->
            facts.put(
                getTranslation("runs.lasted"),
                times.lasting(
                    Duration.between(start, report.endedAt().orElse(report.reportedAt())))));
    report.mlflowRunId().ifPresent(run -> facts.put(getTranslation("report.trackingRun"), run));
    facts.put(getTranslation("report.written"), times.at(report.reportedAt()));
    return facts;
  }

  /** Where the steps left the model, the last word counts. */
  private static Optional<String> stage(RunReport report) {
    return report.facts().values().stream()
        .flatMap(output -> output.text("stage").stream())
        .reduce((earlier, later) -> later);
  }

  private String orNone(String version) {
    return version.isEmpty() ? getTranslation("report.none") : version;
  }
}
