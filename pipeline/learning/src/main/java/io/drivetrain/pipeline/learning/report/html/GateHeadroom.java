package io.drivetrain.pipeline.learning.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.pipeline.learning.report.RunReport.GateReport;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * How far the value that a gate measured lies inside its nearest bound, as a share of that bound:
 * below 0 it is beyond. A gate that compared no number with a bound has none; its sentence says
 * what it compared.
 */
final class GateHeadroom {
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

  private GateHeadroom() {}

  /** Within -1 and 1. */
  static OptionalDouble of(GateReport gate) {
    return FORMS.stream()
        .flatMap(form -> headroom(form, gate.details()).stream())
        .mapToDouble(share -> Math.clamp(share, -1, 1))
        .findFirst();
  }

  private static Optional<Double> headroom(Form form, JsonNode details) {
    JsonNode value = details.path(form.value());
    if (!value.isNumber()) {
      return Optional.empty();
    }
    return DoubleStream.concat(
            above(details.path(form.min()), value.asDouble()),
            below(details.path(form.max()), value.asDouble()))
        .boxed()
        .min(Double::compare);
  }

  private static DoubleStream above(JsonNode min, double value) {
    return isBound(min)
        ? DoubleStream.of((value - min.asDouble()) / Math.abs(min.asDouble()))
        : DoubleStream.empty();
  }

  private static DoubleStream below(JsonNode max, double value) {
    return isBound(max)
        ? DoubleStream.of((max.asDouble() - value) / Math.abs(max.asDouble()))
        : DoubleStream.empty();
  }

  private static boolean isBound(JsonNode bound) {
    return bound.isNumber() && bound.asDouble() != 0;
  }
}
