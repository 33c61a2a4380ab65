package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.learning.statistics.FalseDiscovery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All slices of a definition's gates. They are one family of tests: who asks fifty times at 95 %
 * confidence is told of two slices by chance alone.
 */
public final class SliceFamily {
  private SliceFamily() {}

  /** The results of the gates, in their order. */
  public static List<GateResult> ask(List<SliceGate> gates, EvaluationContext evaluation) {
    List<SliceJudge> judges = gates.stream().map(gate -> new SliceJudge(gate, evaluation)).toList();
    int tests = judges.stream().mapToInt(SliceJudge::tests).sum();
    double[] adjusted =
        FalseDiscovery.adjusted(
            judges.stream()
                .map(judge -> judge.chances(tests))
                .flatMapToDouble(Arrays::stream)
                .toArray());
    List<GateResult> results = new ArrayList<>();
    int from = 0;
    for (SliceJudge judge : judges) {
      int to = from + judge.tests();
      results.add(judge.judge(Arrays.copyOfRange(adjusted, from, to)));
      from = to;
    }
    return results;
  }
}
