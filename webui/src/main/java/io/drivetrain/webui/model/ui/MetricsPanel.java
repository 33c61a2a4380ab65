package io.drivetrain.webui.model.ui;

import com.vaadin.flow.component.UI;
import io.drivetrain.models.bundle.BundleDescription;
import io.drivetrain.models.metric.Metric;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.report.MetricTexts;
import io.drivetrain.webui.component.report.ReportGrid;
import io.drivetrain.webui.component.report.ReportNumbers;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;

/** What was measured of a version on the hold-out: with units, and which way is better. */
class MetricsPanel extends Panel {
  private final ReportNumbers numbers = new ReportNumbers(getLocale());

  MetricsPanel(BundleDescription bundle) {
    super("metrics", UI.getCurrent().getTranslation("models.metrics"));
    String unit = bundle.schema().target().unit();
    List<Measured> rows =
        bundle.metrics().entrySet().stream().map(entry -> measured(entry, unit)).toList();
    add(
        new ReportGrid<>(getTranslation("models.metrics"), rows)
            .text("report.metric", "15rem", Measured::label)
            .number("models.metric.value", Measured::value)
            .text("models.metric.direction", "11rem", Measured::direction)
            .text("models.metric.meaning", "18rem", Measured::meaning));
  }

  /** One metric as it is read. */
  private record Measured(String label, String value, String direction, String meaning) {}

  private Measured measured(Entry<String, Double> entry, String unit) {
    String key = entry.getKey();
    Optional<Metric> metric = Metric.find(key);
    return new Measured(
        MetricTexts.label(key, metric.map(Metric::label).orElse(key), getLocale()),
        numbers.value(entry.getValue(), metric.map(one -> one.unit(unit)).orElse("")),
        metric.map(this::direction).orElse(""),
        MetricTexts.meaning(key, metric.map(Metric::meaning).orElse(""), getLocale()));
  }

  private String direction(Metric metric) {
    return metric
        .isBetter(1)
        .map(higher -> getTranslation(higher ? "models.metric.higher" : "models.metric.lower"))
        .orElse("");
  }
}
