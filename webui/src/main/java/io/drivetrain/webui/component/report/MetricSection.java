package io.drivetrain.webui.component.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.drivetrain.pipeline.api.report.Comparison;
import io.drivetrain.pipeline.api.report.MetricReport;
import io.drivetrain.webui.component.BarChart;
import io.drivetrain.webui.component.BarChart.Bar;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.StateColor;
import io.drivetrain.webui.language.Language;
import java.util.List;

/** The metrics of the hold-out: the model of this run against the one in production. */
public class MetricSection extends Panel {
  private final GateTexts texts = new GateTexts(getLocale());
  private final ReportNumbers numbers = new ReportNumbers(getLocale());

  public MetricSection(Comparison comparison) {
    this(UI.getCurrent().getTranslation("report.metrics"), comparison);
  }

  public MetricSection(String title, Comparison comparison) {
    super("report-metrics", title);
    if (Language.of(getLocale()) == Language.ENGLISH) {
      comparison.notes().forEach(note -> add(quiet(note)));
    }
    List<MetricReport> compared =
        comparison.metrics().stream().filter(metric -> hasShare(metric)).toList();
    if (!compared.isEmpty()) {
      add(quiet(getTranslation("report.change.lead")), chart(compared));
    }
    add(table(comparison.metrics()));
  }

  private static boolean hasShare(MetricReport metric) {
    return metric.difference().isPresent()
        && metric.champion().filter(value -> value != 0).isPresent();
  }

  private BarChart chart(List<MetricReport> compared) {
    return new BarChart(
        getTranslation("report.metrics.picture", compared.size()),
        compared.stream().map(this::bar).toList());
  }

  private Bar bar(MetricReport metric) {
    double change = metric.difference().orElseThrow() / Math.abs(metric.champion().orElseThrow());
    return new Bar(
        texts.metric(metric.metric()),
        change,
        (change > 0 ? "+" : "") + numbers.share(change),
        color(metric));
  }

  private static String color(MetricReport metric) {
    return metric.better().map(better -> better ? "--chart-up" : "--chart-down").orElse("--line");
  }

  private ReportGrid<MetricReport> table(List<MetricReport> metrics) {
    ReportGrid<MetricReport> table =
        new ReportGrid<>(getTranslation("report.metrics"), metrics)
            .text("report.metric", "13rem", one -> texts.metric(one.metric()))
            .number("report.challenger", one -> numbers.value(one.challenger(), one.unit()));
    return metrics.stream().noneMatch(metric -> metric.champion().isPresent())
        ? table
        : table
            .number("report.champion", one -> numbers.value(one.champion(), one.unit()))
            .number("report.difference", one -> numbers.difference(one.difference(), one.unit()))
            .component("report.verdict", "9rem", this::verdict);
  }

  private Component verdict(MetricReport metric) {
    if (metric.better().isEmpty()) {
      return new Span();
    }
    boolean better = metric.better().get();
    Badge badge = new Badge(getTranslation(better ? "report.better" : "report.worse"));
    badge
        .getElement()
        .setAttribute("data-color", (better ? StateColor.GOOD : StateColor.REJECTED).key());
    return badge;
  }

  private static Paragraph quiet(String text) {
    Paragraph paragraph = new Paragraph(text);
    paragraph.addClassName("quiet");
    return paragraph;
  }
}
