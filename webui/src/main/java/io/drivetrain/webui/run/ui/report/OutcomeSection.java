package io.drivetrain.webui.run.ui.report;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import io.drivetrain.pipeline.api.report.GateReport;
import io.drivetrain.pipeline.api.report.RunReport;
import io.drivetrain.webui.component.Facts;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.StateBadge;
import io.drivetrain.webui.component.TextKey;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.component.report.GateTexts;
import io.drivetrain.webui.language.Language;
import io.drivetrain.webui.language.Translations;
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
    add(new Paragraph(summary(report)), facts);
  }

  /** The service's own words are English. */
  private String summary(RunReport report) {
    if (Language.of(getLocale()) == Language.ENGLISH) {
      return report.summary();
    }
    String outcome = getTranslation(TextKey.of("report.summary", report.outcome()));
    return new GateTexts(getLocale())
        .firstFailure(report.gates())
        .map(failure -> outcome + " " + failure)
        .orElse(outcome);
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
    stage(report).ifPresent(stage -> facts.put(getTranslation("report.stage"), stageName(stage)));
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

  private String stageName(String stage) {
    String key = "stage." + stage;
    return Translations.has(key) ? getTranslation(key) : stage;
  }

  private String orNone(String version) {
    return version.isEmpty() ? getTranslation("report.none") : version;
  }
}
