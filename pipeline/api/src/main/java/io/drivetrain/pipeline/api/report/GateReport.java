package io.drivetrain.pipeline.api.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.drivetrain.pipeline.api.gate.GateDetails;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.api.quality.Severity;
import java.util.Objects;
import java.util.Optional;

/**
 * What one gate decided.
 *
 * @param asked the stage: evaluation, validation, deployment
 * @param severity empty when only the summary of the step is known
 * @param comparison one sentence: the measured value and the bound
 * @param details the numbers that were compared
 */
public record GateReport(
    String asked,
    String gate,
    Optional<Severity> severity,
    boolean passed,
    String comparison,
    GateDetails details) {

  public GateReport {
    details = Objects.requireNonNullElseGet(details, GateDetails.None::new);
  }

  public static GateReport of(String stage, GateResult result) {
    return new GateReport(
        stage,
        result.gate(),
        Optional.ofNullable(result.severity()),
        result.passed(),
        result.comparison(),
        result.details());
  }

  @JsonIgnore
  public boolean isWarning() {
    return severity.equals(Optional.of(Severity.WARN));
  }
}
