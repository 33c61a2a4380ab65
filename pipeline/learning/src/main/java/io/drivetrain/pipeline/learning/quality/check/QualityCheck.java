package io.drivetrain.pipeline.learning.quality.check;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.pipeline.api.quality.Finding;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.learning.data.DataFacts;
import io.drivetrain.pipeline.learning.data.PreparedSource;
import io.drivetrain.pipeline.learning.drift.TrainingProfile;
import io.drivetrain.pipeline.learning.quality.expectation.EarlierDataExpectation;
import io.drivetrain.pipeline.learning.quality.expectation.Expectation;
import io.drivetrain.pipeline.learning.quality.expectation.FileExpectation;
import io.drivetrain.pipeline.learning.quality.expectation.QualitySpec;
import io.drivetrain.pipeline.learning.quality.expectation.SqlExpectation;
import io.drivetrain.pipeline.learning.quality.expectation.ValueExpectation;
import io.drivetrain.pipeline.learning.quality.sql.DataSql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Holds a file against all expectations of a definition. */
public final class QualityCheck {
  private final String file;
  private final FileCheck files;
  private final ValueCheck values;
  private final SqlCheck sql;
  private final EarlierDataCheck earlier;

  private QualityCheck(
      String file, FileCheck files, ValueCheck values, SqlCheck sql, EarlierDataCheck earlier) {
    this.file = file;
    this.files = files;
    this.values = values;
    this.sql = sql;
    this.earlier = earlier;
  }

  /**
   * @param sql over the prepared rows of the file
   * @param profile of the file
   */
  public static QualityCheck of(
      PreparedSource source,
      FeatureSchema schema,
      DataSql sql,
      Instant startedAt,
      EarlierData earlier,
      TrainingProfile profile) {
    DataFacts facts = source.data().facts();
    return new QualityCheck(
        facts.name(),
        new FileCheck(source.table(), facts, sql.rows(), schema, startedAt),
        new ValueCheck(sql.rows(), schema),
        new SqlCheck(sql, schema),
        new EarlierDataCheck(earlier, profile));
  }

  public QualityVerdict verdict(QualitySpec spec) {
    List<Finding> findings = findings(spec);
    String reasons =
        findings.stream()
            .filter(finding -> !finding.passed() && finding.severity() == Severity.ERROR)
            .map(Finding::sentence)
            .collect(Collectors.joining("; "));
    if (reasons.isEmpty()) {
      return new QualityVerdict.Accepted(findings);
    }
    return new QualityVerdict.Refused(
        findings,
        "%s cannot be learned from: %s. Correct the file, or the expectations in the definition, and start another run."
            .formatted(file, reasons));
  }

  private List<Finding> findings(QualitySpec spec) {
    List<Finding> findings = new ArrayList<>();
    for (Expectation expectation : spec.expectations()) {
      findings.add(
          switch (expectation) {
            case FileExpectation ofFile -> files.check(ofFile);
            case ValueExpectation ofValues -> values.check(ofValues);
            case SqlExpectation ofSql -> sql.check(ofSql);
            case EarlierDataExpectation ofEarlier -> earlier.check(ofEarlier);
          });
    }
    return findings;
  }
}
