package io.drivetrain.pipeline.learning.quality.check;

import static io.drivetrain.pipeline.learning.quality.finding.ReportText.percent;
import static io.drivetrain.pipeline.learning.quality.finding.ReportText.text;

import io.drivetrain.pipeline.api.quality.ColumnDrift;
import io.drivetrain.pipeline.api.quality.Finding;
import io.drivetrain.pipeline.api.quality.Share;
import io.drivetrain.pipeline.learning.drift.DriftComparison;
import io.drivetrain.pipeline.learning.drift.TrainingProfile;
import io.drivetrain.pipeline.learning.quality.expectation.EarlierDataExpectation;
import io.drivetrain.pipeline.learning.quality.finding.Findings;
import java.util.ArrayList;
import java.util.List;

/** Holds data against that which the model in production was trained on. */
public final class EarlierDataCheck {
  private final EarlierData earlier;
  private final TrainingProfile now;

  EarlierDataCheck(EarlierData earlier, TrainingProfile now) {
    this.earlier = earlier;
    this.now = now;
  }

  Finding check(EarlierDataExpectation expectation) {
    return switch (earlier) {
      case EarlierData.Unknown unknown ->
          Findings.of(
              expectation,
              true,
              expected(expectation),
              "nothing to compare with: " + unknown.reason(),
              0,
              List.of());
      case EarlierData.Known known ->
          switch (expectation) {
            case EarlierDataExpectation.RowCountChange change -> rowCount(change, known);
            case EarlierDataExpectation.Drift drift -> drift(drift, known);
          };
    };
  }

  private static String expected(EarlierDataExpectation expectation) {
    return switch (expectation) {
      case EarlierDataExpectation.RowCountChange change -> expected(change);
      case EarlierDataExpectation.Drift drift -> expected(drift);
    };
  }

  private static String expected(EarlierDataExpectation.RowCountChange change) {
    List<String> bounds = new ArrayList<>();
    if (change.fall() != null) {
      bounds.add(percent(change.fall()) + " fewer");
    }
    if (change.rise() != null) {
      bounds.add(percent(change.rise()) + " more");
    }
    return "at most %s rows than before".formatted(String.join(" and ", bounds));
  }

  private Finding rowCount(EarlierDataExpectation.RowCountChange change, EarlierData.Known known) {
    long before = known.profile().rows();
    double ratio = (now.rows() - before) / (double) before;
    boolean passed =
        (change.fall() == null || ratio >= -change.fall())
            && (change.rise() == null || ratio <= change.rise());
    return Findings.of(
        change,
        passed,
        expected(change),
        text(
            "%s %s (%,d after %,d of version %s)",
            percent(Math.abs(ratio)),
            ratio < 0 ? "fewer" : "more",
            now.rows(),
            before,
            known.version()),
        passed ? 0 : Math.abs(now.rows() - before),
        List.of());
  }

  private static String expected(EarlierDataExpectation.Drift drift) {
    return "%s columns spread as before or more".formatted(percent(drift.mostly()));
  }

  private Finding drift(EarlierDataExpectation.Drift drift, EarlierData.Known known) {
    List<String> columns =
        drift.columns().isEmpty() ? List.copyOf(now.columns().keySet()) : drift.columns();
    List<ColumnDrift> compared =
        new DriftComparison(drift.psi(), drift.significance())
            .compare(columns, known.profile(), now);
    List<String> drifted =
        compared.stream().filter(ColumnDrift::drifted).map(ColumnDrift::column).toList();
    double share = 1 - Share.of(drifted.size(), compared.size());
    return Findings.of(
            drift,
            share >= drift.mostly(),
            expected(drift),
            observed(columns, compared, drifted, known),
            drifted.size(),
            List.of())
        .with(Share.atLeast(drift.mostly(), share))
        .with(compared);
  }

  private static String observed(
      List<String> columns,
      List<ColumnDrift> compared,
      List<String> drifted,
      EarlierData.Known known) {
    List<String> names = compared.stream().map(ColumnDrift::column).toList();
    List<String> left = columns.stream().filter(column -> !names.contains(column)).toList();
    return "%d of %d columns drifted%s since version %s%s"
        .formatted(
            drifted.size(),
            compared.size(),
            drifted.isEmpty() ? "" : " (" + String.join(", ", drifted) + ")",
            known.version(),
            left.isEmpty() ? "" : "; not comparable: " + String.join(", ", left));
  }
}
