package io.drivetrain.pipeline.learning.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.drivetrain.pipeline.api.quality.Finding;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.learning.data.DataFacts;
import io.drivetrain.pipeline.learning.quality.check.QualityVerdict;
import java.util.List;

/**
 * The file {@code quality_report.json}.
 *
 * @param data the file that was checked, as the run named it
 * @param reason why it was not accepted; "" when it was
 * @param profile absent when the file could not be read
 * @param findings none when the file could not be read
 */
public record QualityReport(
    String data,
    boolean accepted,
    String reason,
    @JsonInclude(Include.NON_NULL) DataProfile profile,
    List<Finding> findings) {

  static QualityReport of(DataFacts facts, QualityVerdict verdict) {
    String reason =
        switch (verdict) {
          case QualityVerdict.Accepted _ -> "";
          case QualityVerdict.Refused refused -> refused.reason();
        };
    return new QualityReport(
        facts.name(),
        verdict instanceof QualityVerdict.Accepted,
        reason,
        DataProfile.of(facts),
        verdict.findings());
  }

  /** Of a file that is not what the definition says. */
  static QualityReport unusable(String data, String reason) {
    return new QualityReport(data, false, reason, null, List.of());
  }

  /** How many expectations of a severity are not met. */
  long failed(Severity severity) {
    return findings.stream()
        .filter(finding -> !finding.passed() && finding.severity() == severity)
        .count();
  }
}
