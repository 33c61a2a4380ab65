package io.drivetrain.pipeline.api.gate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The numbers that a gate compared, one record for each kind of gate. Errors and differences of
 * errors are in the target's unit, times in milliseconds, margins and tolerances shares of 1.
 *
 * <p>JSON has the components and no name of the kind; {@link GateDetailsReader} tells the kinds
 * apart by their members.
 */
@JsonDeserialize(using = GateDetailsReader.class)
public sealed interface GateDetails {

  /** The compared value and its bounds; empty when the gate compared no single number. */
  default Optional<Measurement> measurement() {
    return measured().filter(Measurement::isFinite);
  }

  /** As {@link Measurement#headroom()}; empty without a measurement. */
  default OptionalDouble headroom() {
    return measurement().map(Measurement::headroom).orElse(OptionalDouble.empty());
  }

  /** As {@link #measurement()}, also of a value that is not finite. */
  private Optional<Measurement> measured() {
    return switch (this) {
      case Metric one -> Optional.of(Measurement.within(one.value(), one.min(), one.max()));
      case ChampionComparison one -> Optional.of(Measurement.atMost(one.margin(), one.bound(), ""));
      case Monotone one -> Optional.of(Measurement.atLeast(one.mostly(), one.share()));
      case Latency one ->
          Optional.of(Measurement.atMost(one.allowedMillis(), one.p95Millis(), "ms"));
      case Baseline one ->
          Optional.of(Measurement.atMost(one.allowed(), one.meanAbsoluteError(), ""));
      case Served one ->
          one.greatestRelativeDifference()
              .flatMap(difference ->
                  one.tolerance().map(tolerance -> Measurement.atMost(tolerance, difference, "")));
      case None _, NoComparison _, Slices _, Range _, Golden _, Parity _, RollbackRehearsal _ ->
          Optional.empty();
    };
  }

  /** Of a gate that could measure nothing, and of a kind that is not known. */
  @JsonDeserialize(using = JsonDeserializer.None.class)
  record None() implements GateDetails {}

  /** A metric of the hold-out and its bounds; a bound that was not set is null. */
  @JsonDeserialize(using = JsonDeserializer.None.class)
  record Metric(double value, Optional<Double> min, Optional<Double> max) implements GateDetails {}

  /**
   * A champion that was not compared.
   *
   * @param championVersion "" when no model was in production
   * @param warning why the model in production could not be compared
   */
  @JsonDeserialize(using = JsonDeserializer.None.class)
  @JsonInclude(Include.NON_ABSENT)
  record NoComparison(String championVersion, Optional<String> warning) implements GateDetails {}

  /**
   * Challenger against champion on the same rows.
   *
   * @param meanDifference of the absolute errors; above 0 the challenger is worse
   * @param upperBound that the difference stays below, with the confidence asked for
   * @param margin that the upper bound must stay below, in the target's unit
   * @param policy {@code better}, {@code not-worse}, the one of files that do not name it, or
   *     {@code fresh}, for which the lower bound counts
   * @param lowerBound that the difference stays above, with the confidence asked for
   * @param noise standard deviation of the difference of equal models; 0 when it was not estimated
   * @param readable how many rows both models can read: more than {@code rows} when only those
   *     count that the champion's data did not hold
   */
  @JsonDeserialize(using = JsonDeserializer.None.class)
  record ChampionComparison(
      String championVersion,
      int rows,
      double championMeanAbsoluteError,
      double meanDifference,
      double upperBound,
      double margin,
      double confidence,
      String policy,
      double lowerBound,
      double noise,
      int readable)
      implements GateDetails {
    public ChampionComparison {
      policy = policy == null ? "not-worse" : policy;
    }

    /** What decided. */
    double bound() {
      return policy.equals("fresh") ? lowerBound : upperBound;
    }
  }

  /**
   * The slices of the hold-out by one feature or by the predicted value.
   *
   * @param by for people: {@code brand}, {@code predicted price}
   * @param maxError null when it was not bounded
   * @param maxBias null when it was not bounded
   */
  @JsonDeserialize(using = JsonDeserializer.None.class)
  record Slices(
      String by,
      String championVersion,
      int minRows,
      double margin,
      double confidence,
      Optional<Double> maxError,
      Optional<Double> maxBias,
      List<SliceVerdict> slices,
      List<SkippedSlice> notJudged)
      implements GateDetails {
    public Slices {
      slices = slices == null ? List.of() : List.copyOf(slices);
      notJudged = notJudged == null ? List.of() : List.copyOf(notJudged);
    }
  }

  /** A slice that was left out, and why. */
  record SkippedSlice(String slice, int rows, String because) {}

  /**
   * The error of the model against that of a simpler one.
   *
   * @param trainer of the simpler model; empty when it is a table of medians
   * @param by features of that table
   * @param groups of that table
   * @param allowed the greatest mean absolute error that passes
   */
  @JsonDeserialize(using = JsonDeserializer.None.class)
  @JsonInclude(Include.NON_ABSENT)
  record Baseline(
      Optional<String> trainer,
      Optional<List<String>> by,
      Optional<Long> groups,
      int rows,
      double meanAbsoluteError,
      double baselineMeanAbsoluteError,
      double margin,
      double allowed)
      implements GateDetails {}

  /**
   * Predictions of the hold-out against the range of the training part.
   *
   * @param outside how many lie outside of least and most
   * @param lines the first of these in the file of data
   */
  @JsonDeserialize(using = JsonDeserializer.None.class)
  record Range(
      int rows,
      double least,
      double most,
      double smallestPrediction,
      double greatestPrediction,
      int outside,
      List<Long> lines)
      implements GateDetails {
    public Range {
      lines = lines == null ? List.of() : List.copyOf(lines);
    }
  }

  /**
   * @param share of the probes that move the right way
   * @param mostly the least share that passes
   */
  @JsonDeserialize(using = JsonDeserializer.None.class)
  record Monotone(double share, double mostly, double tolerance) implements GateDetails {}

  /**
   * @param measured what was called
   * @param p95Millis infinite when a call was not answered
   * @param loadMillis of the staged model
   * @param unanswered calls of a serving endpoint
   */
  @JsonDeserialize(using = JsonDeserializer.None.class)
  @JsonInclude(Include.NON_ABSENT)
  record Latency(
      String measured,
      double p95Millis,
      double allowedMillis,
      int calls,
      double medianMillis,
      Optional<Double> loadMillis,
      Optional<Integer> unanswered)
      implements GateDetails {}

  /** The golden records as the staged model predicts them. */
  @JsonDeserialize(using = JsonDeserializer.None.class)
  record Golden(List<GoldenResult> records) implements GateDetails {
    public Golden {
      records = records == null ? List.of() : List.copyOf(records);
    }
  }

  /**
   * @param records golden records
   * @param predictionsThatDiffer of them, between one by one, as a batch and as trained
   */
  @JsonDeserialize(using = JsonDeserializer.None.class)
  record Parity(int records, long predictionsThatDiffer) implements GateDetails {}

  /**
   * The rollback on an alias that is not served. What was not reached is absent.
   *
   * @param predicted rows that the champion does not refuse
   */
  @JsonDeserialize(using = JsonDeserializer.None.class)
  @JsonInclude(Include.NON_ABSENT)
  record RollbackRehearsal(
      String championVersion,
      String challengerVersion,
      String alias,
      Optional<Integer> rows,
      Optional<Long> predicted,
      Optional<Double> wayBackMillis)
      implements GateDetails {}

  /**
   * The version that a serving endpoint serves. What was not reached is absent.
   *
   * @param sameBits rows that are predicted with the same bits
   * @param greatestRelativeDifference of the others, as a share of the value
   */
  @JsonDeserialize(using = JsonDeserializer.None.class)
  @JsonInclude(Include.NON_ABSENT)
  record Served(
      String url,
      String promotedVersion,
      int rows,
      double waitedMillis,
      Optional<String> servedVersion,
      Optional<Integer> sameBits,
      Optional<Double> greatestRelativeDifference,
      Optional<Double> tolerance)
      implements GateDetails {

    /** Before anything but the time is known. */
    public static Served waited(String url, String promotedVersion, int rows, double millis) {
      return new Served(
          url,
          promotedVersion,
          rows,
          millis,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    /** The endpoint serves another version. */
    public Served of(String version) {
      return new Served(
          url,
          promotedVersion,
          rows,
          waitedMillis,
          Optional.of(version),
          sameBits,
          greatestRelativeDifference,
          tolerance);
    }

    /** The endpoint serves the promoted version, and its predictions were compared. */
    public Served compared(int same, double greatest, double allowed) {
      return new Served(
          url,
          promotedVersion,
          rows,
          waitedMillis,
          Optional.of(promotedVersion),
          Optional.of(same),
          Optional.of(greatest),
          Optional.of(allowed));
    }
  }
}
