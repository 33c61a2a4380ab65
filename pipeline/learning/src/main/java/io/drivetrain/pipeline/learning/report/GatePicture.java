package io.drivetrain.pipeline.learning.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.pipeline.learning.page.Bounds;
import io.drivetrain.pipeline.learning.page.Figures;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The numbers of a gate that stand for what it compared: a value and its bounds. A gate whose
 * details have none of these forms has no picture; its sentence says it.
 */
final class GatePicture {
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

  private GatePicture() {}

  static Optional<Bounds> of(RunReport.GateReport gate) {
    return FORMS.stream().flatMap(form -> draw(form, gate).stream()).findFirst();
  }

  private static Optional<Bounds> draw(Form form, RunReport.GateReport gate) {
    OptionalDouble value = number(gate.details(), form.value());
    OptionalDouble min = number(gate.details(), form.min());
    OptionalDouble max = number(gate.details(), form.max());
    if (value.isEmpty() || min.isEmpty() && max.isEmpty()) {
      return Optional.empty();
    }
    String text =
        "%s%s%s"
            .formatted(
                Figures.number(value.getAsDouble()),
                min.isPresent() ? ", at least " + Figures.round(min.getAsDouble()) : "",
                max.isPresent() ? ", at most " + Figures.round(max.getAsDouble()) : "");
    return Optional.of(Bounds.of(value.getAsDouble(), min, max, gate.badge().kind(), text));
  }

  private static OptionalDouble number(JsonNode details, String key) {
    JsonNode value = details.path(key);
    return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
  }
}
