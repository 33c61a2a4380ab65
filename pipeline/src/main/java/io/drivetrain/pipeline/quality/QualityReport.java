package io.drivetrain.pipeline.quality;

import io.drivetrain.pipeline.feature.LearningData;
import java.util.List;

/** The file {@code quality_report.json}. */
record QualityReport(
    String data, boolean accepted, String reason, DataProfile profile, List<Finding> findings) {

  static QualityReport of(LearningData data, QualityVerdict verdict) {
    String reason =
        switch (verdict) {
          case QualityVerdict.Accepted _ -> "";
          case QualityVerdict.Refused refused -> refused.reason();
        };
    return new QualityReport(
        data.table().file().name(),
        verdict instanceof QualityVerdict.Accepted,
        reason,
        DataProfile.of(data),
        verdict.findings());
  }
}
