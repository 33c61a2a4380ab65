package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.pipeline.api.gate.GateDetails;
import io.drivetrain.pipeline.api.gate.GateDetails.SkippedSlice;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.api.gate.SliceVerdict;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.learning.data.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/** Holds the slices of a hold-out against a gate. */
final class SliceJudge {
  private final SliceGate gate;
  private final EvaluationContext evaluation;
  private final Map<Example, Double> predicted = new HashMap<>();
  private final String label;
  private final List<MeasuredSlice> judged = new ArrayList<>();
  private final List<SkippedSlice> notJudged = new ArrayList<>();

  SliceJudge(SliceGate gate, EvaluationContext evaluation) {
    this.gate = gate;
    this.evaluation = evaluation;
    List<Prediction.Value> predictions = evaluation.scores().predictions();
    for (int i = 0; i < predictions.size(); i++) {
      predicted.put(evaluation.holdOut().get(i), predictions.get(i).value());
    }
    Slicing slicing = new Slicing(evaluation.schema(), gate.by());
    this.label = slicing.label();
    measure(slicing);
  }

  private void measure(Slicing slicing) {
    Optional<SliceComparison.Source> champion =
        evaluation.champion() instanceof Champion.Compared compared
            ? Optional.of(new SliceComparison.Source(compared))
            : Optional.empty();
    ToDoubleFunction<Example> middle = middle();
    for (Slice slice : slicing.of(evaluation.holdOut(), middle, gate.top(), gate.bins())) {
      if (slice.isRest()) {
        String because = "only the %d most frequent levels are judged".formatted(gate.top());
        notJudged.add(new SkippedSlice(slice.name(), slice.rows(), because));
      } else if (slice.rows() < gate.minRows()) {
        String because = "fewer than %d rows".formatted(gate.minRows());
        notJudged.add(new SkippedSlice(slice.name(), slice.rows(), because));
      } else {
        judged.add(measured(slice, champion));
      }
    }
  }

  /**
   * Between the two models where both predict: among the rows that one of them prices high are more
   * that it prices too high, which would favour the other one there.
   */
  private ToDoubleFunction<Example> middle() {
    if (!(evaluation.champion() instanceof Champion.Compared champion)) {
      return predicted::get;
    }
    Map<Example, Double> middle = new HashMap<>(predicted);
    for (int i = 0; i < champion.examples().size(); i++) {
      double other = champion.predicted()[i];
      middle.computeIfPresent(champion.examples().get(i), (_, own) -> (own + other) / 2);
    }
    return middle::get;
  }

  /** Slices of which the champion reads too few rows are not compared with it. */
  private MeasuredSlice measured(Slice slice, Optional<SliceComparison.Source> champion) {
    double[] residuals =
        slice.examples().stream().mapToDouble(one -> predicted.get(one) - one.target()).toArray();
    double[] sizes =
        slice.examples().stream()
            .mapToDouble(one -> Math.signum(slice.meanTarget()) * one.target())
            .toArray();
    double error = Arrays.stream(residuals).map(Math::abs).average().orElseThrow();
    double bias = Arrays.stream(residuals).average().orElseThrow();
    double mean = Math.abs(slice.meanTarget());
    Optional<SliceComparison> comparison =
        champion
            .filter(source -> source.rows(slice) >= gate.minRows())
            .map(source -> source.of(slice, gate));
    List<SliceTest> tests = new ArrayList<>();
    comparison.ifPresent(one -> tests.add(one.test(gate.margin())));
    if (gate.maxError() != null) {
      double[] excess =
          excess(residuals.length, i -> Math.abs(residuals[i]), sizes, gate.maxError());
      tests.add(new SliceTest(SliceTest.Bound.ERROR, error / mean, gate.maxError(), excess));
    }
    if (gate.maxBias() != null) {
      double side = Math.signum(bias);
      double[] excess = excess(residuals.length, i -> side * residuals[i], sizes, gate.maxBias());
      tests.add(new SliceTest(SliceTest.Bound.BIAS, bias / mean, gate.maxBias(), excess));
    }
    return new MeasuredSlice(
        slice.name(), slice.rows(), error, error / mean, bias / mean, comparison, tests);
  }

  private static double[] excess(
      int rows, IntToDoubleFunction measured, double[] sizes, double most) {
    double[] excess = new double[rows];
    Arrays.setAll(excess, i -> measured.applyAsDouble(i) - most * sizes[i]);
    return excess;
  }

  int tests() {
    return judged.stream().mapToInt(slice -> slice.tests().size()).sum();
  }

  /**
   * For each test how likely such rows are when the slice keeps its bound.
   *
   * @param family how many tests all gates have together: with few resamples, not even the worst
   *     slice of many could be told from chance
   */
  double[] chances(int family) {
    int resamples =
        Math.max(gate.resamples(), (int) Math.ceil(2 * family / (1 - gate.confidence())));
    return judged.stream()
        .flatMap(slice -> slice.tests().stream())
        .mapToDouble(test -> test.chance(resamples))
        .toArray();
  }

  /**
   * @param adjusted the chances, adjusted for the family
   */
  GateResult judge(double[] adjusted) {
    List<SliceVerdict> verdicts = new ArrayList<>();
    int from = 0;
    for (MeasuredSlice slice : judged) {
      int to = from + slice.tests().size();
      verdicts.add(slice.judged(gate, Arrays.copyOfRange(adjusted, from, to)));
      from = to;
    }
    boolean passed = !verdicts.isEmpty() && verdicts.stream().allMatch(SliceVerdict::passes);
    Severity severity = verdicts.isEmpty() ? Severity.WARN : gate.severity();
    return new GateResult(
        "slice " + label, severity, passed, comparison(verdicts), details(verdicts));
  }

  private GateDetails details(List<SliceVerdict> verdicts) {
    return new GateDetails.Slices(
        label,
        evaluation.champion().version(),
        gate.minRows(),
        gate.margin(),
        gate.confidence(),
        Optional.ofNullable(gate.maxError()),
        Optional.ofNullable(gate.maxBias()),
        verdicts,
        notJudged);
  }

  private String comparison(List<SliceVerdict> verdicts) {
    if (verdicts.isEmpty()) {
      return "not judged: no slice of %s has %d rows or more".formatted(label, gate.minRows());
    }
    List<SliceVerdict> wrong = verdicts.stream().filter(verdict -> !verdict.passes()).toList();
    String leftOut = notJudged.isEmpty() ? "" : "; %d not judged".formatted(notJudged.size());
    if (wrong.isEmpty()) {
      return "%1$d of %1$d slices of %2$s pass%3$s".formatted(verdicts.size(), label, leftOut);
    }
    SliceVerdict first = wrong.getFirst();
    String others = wrong.size() == 1 ? "" : ", and others";
    return "%d of %d slices of %s fail%s. %s: %s%s"
        .formatted(
            wrong.size(), verdicts.size(), label, leftOut, first.slice(), first.problem(), others);
  }
}
