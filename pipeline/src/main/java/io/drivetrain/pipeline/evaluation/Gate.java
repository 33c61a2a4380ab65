package io.drivetrain.pipeline.evaluation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.drivetrain.pipeline.definition.DefinitionSection;
import io.drivetrain.pipeline.quality.Severity;
import java.util.List;
import java.util.Objects;

/**
 * What a challenger must show before it may be promoted. Key {@code gates} of a definition, a list.
 * A gate of severity {@code error}, which is the default, ends the run as REJECTED when it says no;
 * one of severity {@code warn} only says so in the report.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Gate.OfMetric.class, name = "metric"),
  @JsonSubTypes.Type(value = Gate.OfChampion.class, name = "champion"),
  @JsonSubTypes.Type(value = Gate.Monotone.class, name = "monotone")
})
public sealed interface Gate {
  DefinitionSection<List<Gate>> SECTION = DefinitionSection.listOf("gates", Gate.class);

  Severity severity();

  /**
   * A metric of the hold-out lies within bounds, both included.
   *
   * @param metric one of {@link HoldOutMetrics#NAMES}
   * @param min absent: no bound
   * @param max absent: no bound
   */
  record OfMetric(String metric, Double min, Double max, Severity severity) implements Gate {
    public OfMetric {
      severity = orError(severity);
      if (!HoldOutMetrics.NAMES.contains(metric)) {
        throw new IllegalArgumentException(
            "there is no metric '%s'; known are %s".formatted(metric, HoldOutMetrics.NAMES));
      }
      if (min == null && max == null) {
        throw new IllegalArgumentException("the gate of " + metric + " needs min or max");
      }
    }
  }

  /**
   * Not worse than the champion on the same rows: a paired bootstrap of the differences of absolute
   * errors shows, with this confidence, a mean absolute error less than the margin above the
   * champion's. Passed when there is no champion, or none that can read the rows.
   *
   * @param margin share of the champion's mean absolute error; absent: 0.01
   * @param confidence absent: 0.95
   * @param resamples of the bootstrap; absent: 2000
   */
  record OfChampion(Double margin, Double confidence, Integer resamples, Severity severity)
      implements Gate {
    public OfChampion {
      severity = orError(severity);
      margin = Objects.requireNonNullElse(margin, 0.01);
      confidence = Objects.requireNonNullElse(confidence, 0.95);
      resamples = Objects.requireNonNullElse(resamples, 2000);
      if (!(margin >= 0)) {
        throw new IllegalArgumentException("margin must be 0 or more");
      }
      if (!(confidence > 0.5 && confidence < 1)) {
        throw new IllegalArgumentException("confidence must be above 0.5 and below 1");
      }
      if (resamples < 100) {
        throw new IllegalArgumentException("resamples must be at least 100");
      }
    }
  }

  /**
   * The prediction moves one way with a number: of a sample of the hold-out each row is predicted
   * at low, middle and high values of the feature, and neighbours are compared.
   *
   * @param tolerance share of a prediction that it may move the other way; absent: 0.02
   * @param mostly least share of the comparisons in which it does not move further the other way
   */
  record Monotone(
      String feature, Direction direction, Double tolerance, double mostly, Severity severity)
      implements Gate {
    public Monotone {
      severity = orError(severity);
      tolerance = Objects.requireNonNullElse(tolerance, 0.02);
      Objects.requireNonNull(feature, "a monotone gate needs a feature");
      Objects.requireNonNull(direction, "a monotone gate needs a direction: rising or falling");
      if (!(mostly >= 0 && mostly <= 1)) {
        throw new IllegalArgumentException("mostly is a share and must be from 0 to 1");
      }
    }
  }

  private static Severity orError(Severity severity) {
    return Objects.requireNonNullElse(severity, Severity.ERROR);
  }
}
