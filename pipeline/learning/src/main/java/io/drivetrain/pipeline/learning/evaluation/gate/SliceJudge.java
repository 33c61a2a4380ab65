package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.pipeline.api.gate.GateDetails;
import io.drivetrain.pipeline.api.gate.GateDetails.SkippedSlice;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.api.gate.SliceVerdict;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.learning.data.Example;
import io.drivetrain.pipeline.learning.evaluation.statistics.Holm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the slices of a hold-out against a gate. */
public final class SliceJudge {
  private final SliceGate gate;
  private final EvaluationContext evaluation;
  private final Map<Example, Double> residuals = new HashMap<>();

  public SliceJudge(SliceGate gate, EvaluationContext evaluation) {
    this.gate = gate;
    this.evaluation = evaluation;
    List<Prediction.Value> predictions = evaluation.scores().predictions();
    for (int i = 0; i < predictions.size(); i++) {
      Example example = evaluation.holdOut().get(i);
      residuals.put(example, predictions.get(i).value() - example.target());
    }
  }

  GateResult judge() {
    List<Slice> judged = new ArrayList<>();
    List<SkippedSlice> notJudged = new ArrayList<>();
    for (Slice slice :
        new Slicing(evaluation.schema(), gate.by())
            .of(evaluation.holdOut(), gate.top(), gate.bins())) {
      if (slice.isRest()) {
        String because = "only the %d most frequent levels are judged".formatted(gate.top());
        notJudged.add(new SkippedSlice(slice.name(), slice.rows(), because));
      } else if (slice.rows() < gate.minRows()) {
        String because = "fewer than %d rows".formatted(gate.minRows());
        notJudged.add(new SkippedSlice(slice.name(), slice.rows(), because));
      } else {
        judged.add(slice);
      }
    }
    List<SliceVerdict> verdicts =
        compared(judged).stream().map(measured -> measured.judged(gate)).toList();
    boolean passed = !verdicts.isEmpty() && verdicts.stream().allMatch(SliceVerdict::passes);
    Severity severity = verdicts.isEmpty() ? Severity.WARN : gate.severity();
    return new GateResult(
        "slice " + gate.by(),
        severity,
        passed,
        comparison(verdicts, notJudged),
        details(verdicts, notJudged));
  }

  private GateDetails details(List<SliceVerdict> verdicts, List<SkippedSlice> notJudged) {
    return new GateDetails.Slices(
        gate.by(),
        evaluation.champion().version(),
        gate.minRows(),
        gate.margin(),
        gate.confidence(),
        Optional.ofNullable(gate.maxError()),
        Optional.ofNullable(gate.maxBias()),
        verdicts,
        notJudged);
  }

  private List<MeasuredSlice> compared(List<Slice> slices) {
    List<MeasuredSlice> alone = slices.stream().map(this::alone).toList();
    return evaluation.champion() instanceof Champion.Compared champion
        ? againstChampion(slices, alone, new SliceComparison.Source(champion))
        : alone;
  }

  private MeasuredSlice alone(Slice slice) {
    double[] residual = slice.examples().stream().mapToDouble(residuals::get).toArray();
    return MeasuredSlice.of(
        slice,
        Arrays.stream(residual).map(Math::abs).average().orElseThrow(),
        Arrays.stream(residual).average().orElseThrow());
  }

  /** Slices of which the champion reads too few rows stay as they are. */
  private List<MeasuredSlice> againstChampion(
      List<Slice> slices, List<MeasuredSlice> alone, SliceComparison.Source source) {
    List<MeasuredSlice> verdicts = new ArrayList<>(alone);
    List<Integer> places = new ArrayList<>();
    List<SliceComparison> comparisons = new ArrayList<>();
    for (int i = 0; i < slices.size(); i++) {
      if (source.rows(slices.get(i)) >= gate.minRows()) {
        places.add(i);
        comparisons.add(source.of(slices.get(i), gate));
      }
    }
    double[] adjusted =
        Holm.adjust(comparisons.stream().mapToDouble(SliceComparison::adjustedP).toArray());
    for (int i = 0; i < adjusted.length; i++) {
      int place = places.get(i);
      verdicts.set(place, alone.get(place).against(comparisons.get(i).withP(adjusted[i])));
    }
    return verdicts;
  }

  private String comparison(List<SliceVerdict> verdicts, List<SkippedSlice> notJudged) {
    if (verdicts.isEmpty()) {
      return "not judged: no slice of %s has %d rows or more".formatted(gate.by(), gate.minRows());
    }
    List<SliceVerdict> wrong = verdicts.stream().filter(verdict -> !verdict.passes()).toList();
    String leftOut = notJudged.isEmpty() ? "" : "; %d not judged".formatted(notJudged.size());
    if (wrong.isEmpty()) {
      return "%1$d of %1$d slices of %2$s pass%3$s".formatted(verdicts.size(), gate.by(), leftOut);
    }
    SliceVerdict first = wrong.getFirst();
    String others = wrong.size() == 1 ? "" : ", and others";
    return "%d of %d slices of %s fail%s. %s: %s%s"
        .formatted(
            wrong.size(),
            verdicts.size(),
            gate.by(),
            leftOut,
            first.slice(),
            first.problem(),
            others);
  }
}
