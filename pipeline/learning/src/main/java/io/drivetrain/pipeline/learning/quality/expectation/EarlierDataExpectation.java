package io.drivetrain.pipeline.learning.quality.expectation;

import io.drivetrain.pipeline.api.quality.Severity;
import java.util.List;
import java.util.Objects;

/**
 * Something that must be true of the data beside that which the model in production was trained on.
 * While there is none it passes and says so. It warns unless a definition says {@code error}: data
 * may change for good reasons, and the gates decide about the model.
 */
public sealed interface EarlierDataExpectation extends Expectation {

  /**
   * The file has about as many rows.
   *
   * @param fall greatest share of the earlier rows by which there may be less; absent: no bound
   * @param rise greatest share of the earlier rows by which there may be more; above 1 too; absent:
   *     no bound
   */
  record RowCountChange(Double fall, Double rise, Severity severity)
      implements EarlierDataExpectation {
    public RowCountChange {
      severity = orWarn(severity);
      if (fall == null && rise == null) {
        throw new IllegalArgumentException(
            "a 'row_count_change' expectation needs 'fall' or 'rise'");
      }
      if (fall != null) {
        Expectation.requireShare("fall", fall);
      }
      if (rise != null && !(rise >= 0)) {
        throw new IllegalArgumentException("'rise' must not be below 0");
      }
    }

    @Override
    public List<String> columns() {
      return List.of();
    }
  }

  /**
   * Values are spread as they were. A column has drifted when its stability index is above the
   * bound and a test says that chance alone would hardly do it; missing cells do not count.
   *
   * @param columns absent: all features except texts, and the target
   * @param psi least population stability index that matters; absent: 0.1. For few rows the bound
   *     is higher: what chance alone exceeds once in a hundred times.
   * @param significance share of false alarms among the columns that the tests (Kolmogorov-Smirnov
   *     for numbers and dates, chi-square for the others) name, by Benjamini and Hochberg; absent:
   *     0.01
   * @param mostly least share of columns that have not drifted; absent: all
   */
  record Drift(
      List<String> columns, Double psi, Double significance, Double mostly, Severity severity)
      implements EarlierDataExpectation {
    public Drift {
      severity = orWarn(severity);
      columns = columns == null ? List.of() : List.copyOf(columns);
      psi = Objects.requireNonNullElse(psi, 0.1);
      significance = Objects.requireNonNullElse(significance, 0.01);
      mostly = Expectation.shareOrAll("mostly", mostly);
      if (!(psi > 0)) {
        throw new IllegalArgumentException("'psi' must be above 0");
      }
      if (!(significance > 0 && significance < 1)) {
        throw new IllegalArgumentException("'significance' must be between 0 and 1");
      }
    }
  }

  private static Severity orWarn(Severity severity) {
    return Objects.requireNonNullElse(severity, Severity.WARN);
  }
}
