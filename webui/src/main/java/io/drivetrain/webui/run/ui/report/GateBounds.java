package io.drivetrain.webui.run.ui.report;

import io.drivetrain.webui.client.RunReport.Gate;
import io.drivetrain.webui.component.BandChart;
import io.drivetrain.webui.component.Chart;
import io.drivetrain.webui.component.Quantities;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The value that a gate compared, and its bounds. A gate of another form has no picture. */
record GateBounds(double value, Optional<Double> min, Optional<Double> max) {
  /** How the details of gates name a value and the bounds that belong to it; "" for none. */
  private static final List<Form> FORMS =
      List.of(
          new Form("value", "min", "max"),
          new Form("upperBound", "", "margin"),
          new Form("share", "mostly", ""),
          new Form("p95Millis", "", "allowedMillis"),
          new Form("meanAbsoluteError", "", "allowed"),
          new Form("greatestRelativeDifference", "", "tolerance"));

  private record Form(String value, String min, String max) {}

  static Optional<GateBounds> of(Gate gate) {
    return FORMS.stream().flatMap(form -> read(form, gate).stream()).findFirst();
  }

  private static Optional<GateBounds> read(Form form, Gate gate) {
    Optional<Double> min = number(gate, form.min());
    Optional<Double> max = number(gate, form.max());
    return number(gate, form.value())
        .filter(_ -> min.isPresent() || max.isPresent())
        .map(value -> new GateBounds(value, min, max));
  }

  private static Optional<Double> number(Gate gate, String key) {
    return gate.details().get(key) instanceof Number number
        ? Optional.of(number.doubleValue())
        : Optional.empty();
  }

  Chart chart(Gate gate, Locale locale) {
    Quantities quantities = new Quantities(locale);
    return new BandChart(
            min.map(bound -> new BandChart.End(bound, quantities.of(bound, ""))),
            max.map(bound -> new BandChart.End(bound, quantities.of(bound, ""))),
            value,
            Verdict.color(gate.passed(), gate.severity()).variable())
        .chart(gate.comparison());
  }
}
