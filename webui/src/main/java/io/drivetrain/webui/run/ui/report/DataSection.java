package io.drivetrain.webui.run.ui.report;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import io.drivetrain.pipeline.api.quality.Finding;
import io.drivetrain.pipeline.api.quality.LineCounts;
import io.drivetrain.pipeline.api.report.DataReport;
import io.drivetrain.webui.component.BarChart;
import io.drivetrain.webui.component.BarChart.Bar;
import io.drivetrain.webui.component.Facts;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.report.ReportGrid;
import io.drivetrain.webui.component.report.ReportNumbers;
import io.drivetrain.webui.component.report.Verdict;
import io.drivetrain.webui.language.Translations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows that were read and where they went, and what came of each expectation. */
class DataSection extends Panel {
  private final ReportNumbers numbers = new ReportNumbers(getLocale());

  DataSection(DataReport data) {
    super("report-data", UI.getCurrent().getTranslation("report.data"));
    Facts facts = new Facts();
    facts.show(facts(data));
    add(facts);
    if (!data.refusal().isEmpty()) {
      Paragraph refusal = new Paragraph(data.refusal());
      refusal.addClassName("error-summary");
      add(refusal);
    }
    data.notes().stream().map(Paragraph::new).forEach(this::add);
    List<Use> uses = uses(data);
    if (!uses.isEmpty()) {
      add(chart(uses), table(uses));
    }
    if (!data.findings().isEmpty()) {
      add(expectations(data.findings()));
    }
  }

  /** What became of a part of the rows. */
  private record Use(String what, long rows, String color) {}

  private Map<String, String> facts(DataReport data) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(getTranslation("report.data.file"), data.file());
    facts.put(getTranslation("report.data.rows"), numbers.count(data.rows()));
    facts.put(getTranslation("report.data.unreadable"), numbers.count(data.unreadable()));
    data.lines().ifPresent(lines -> facts.put(getTranslation("report.data.lines"), sum(lines)));
    data.hash().ifPresent(hash -> facts.put("SHA-256", hash));
    return facts;
  }

  private String sum(LineCounts lines) {
    return getTranslation(
        "report.data.lines.sum", lines.terms().mapToObj(numbers::count).toArray());
  }

  private List<Use> uses(DataReport data) {
    List<Use> uses = new ArrayList<>();
    data.train()
        .ifPresent(
            rows -> uses.add(new Use(getTranslation("report.data.train"), rows, "--chart-up")));
    data.test()
        .ifPresent(
            rows -> uses.add(new Use(getTranslation("report.data.test"), rows, "--chart-up")));
    data.dropped()
        .forEach((reason, rows) ->
            uses.add(
                new Use(
                    getTranslation("report.data.dropped", reason(reason)), rows, "--chart-down")));
    return uses;
  }

  private String reason(String name) {
    String key = "output." + name;
    return Translations.has(key) ? getTranslation(key).toLowerCase(getLocale()) : name;
  }

  private BarChart chart(List<Use> uses) {
    return new BarChart(
        getTranslation("report.data.picture", uses.size()),
        uses.stream()
            .map(use -> new Bar(use.what(), use.rows(), numbers.count(use.rows()), use.color()))
            .toList());
  }

  private ReportGrid<Use> table(List<Use> uses) {
    return new ReportGrid<>(getTranslation("report.data.use"), uses)
        .text("report.data.use", "12rem", Use::what)
        .number("report.rows", use -> numbers.count(use.rows()));
  }

  private ReportGrid<Finding> expectations(List<Finding> findings) {
    return new ReportGrid<>(getTranslation("report.expectation"), findings)
        .component("report.verdict", "8rem", one -> new Verdict(one.passed(), one.severity()))
        .text("report.expectation", "9rem", Finding::expectation)
        .text("report.column", "8rem", one -> one.column().orElse(""))
        .text("report.expected", "14rem", Finding::expected)
        .text("report.observed", "12rem", Finding::observed)
        .number("report.failing", one -> numbers.count(one.failing()));
  }
}
