package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.pipeline.api.evaluation.EvaluationGates;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.api.gate.GateSummary;
import io.drivetrain.pipeline.api.promotion.StageGates;
import io.drivetrain.pipeline.api.quality.Severity;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The verdict of all gates that one step judged. */
public record GateVerdict(List<GateResult> gates) {
  private static final Logger LOG = Logger.getLogger(GateVerdict.class);

  /** A message with more is not read; the report has all of them. */
  private static final int MOST_NAMED = 3;

  public GateVerdict {
    gates = List.copyOf(gates);
  }

  public boolean passed() {
    return gates.stream().noneMatch(GateResult::blocks);
  }

  /** How many gates failed: {@code 2 gates}. */
  public String failed() {
    long failed = gates.stream().filter(GateResult::blocks).count();
    return failed + (failed == 1 ? " gate" : " gates");
  }

  /** One sentence for each of the first gates that failed, the others by name; "" for none. */
  public String reasons() {
    List<GateResult> blocking = gates.stream().filter(GateResult::blocks).toList();
    String reasons =
        blocking.stream()
            .limit(MOST_NAMED)
            .map(gate -> gate.failure() + ".")
            .collect(Collectors.joining(" "));
    if (blocking.size() <= MOST_NAMED) {
      return reasons;
    }
    return reasons
        + blocking.stream()
            .skip(MOST_NAMED)
            .map(GateResult::gate)
            .collect(Collectors.joining(", ", " Also failed: ", "."));
  }

  /** Writes the result of each of them into the log. */
  public void log() {
    for (GateResult gate : gates) {
      String result = gate.passed() ? "passed" : gate.blocks() ? "failed" : "failed (warning)";
      Logger.Level level = gate.passed() ? Logger.Level.INFO : Logger.Level.WARN;
      LOG.logf(level, "Gate %s %s: %s", gate.gate(), result, gate.comparison());
    }
  }

  /**
   * With the champion that the challenger was compared with.
   *
   * @param more what a reader should know beside that
   */
  public EvaluationGates against(Champion champion, Stream<String> more) {
    return switch (champion) {
      case Champion.None none -> against(none, Map.of(), "There was no champion.", more);
      case Champion.Unusable unusable -> against(unusable, Map.of(), unusable.reason(), more);
      case Champion.Compared compared ->
          against(compared, compared.metrics().byName(), compared.note(), more);
    };
  }

  private EvaluationGates against(
      Champion champion, Map<String, Double> metrics, String note, Stream<String> more) {
    List<String> notes = Stream.concat(Stream.of(note), more).toList();
    return new EvaluationGates(passed(), champion.version(), metrics, notes, gates);
  }

  /** With the version that was staged or promoted. */
  public StageGates of(String version) {
    return new StageGates(passed(), version, gates);
  }

  /** For the output of a step; the numbers are in a file of the run. */
  public List<GateSummary> summaries() {
    return gates.stream().map(GateResult::summary).toList();
  }

  /** One sentence for each gate that did not pass and does not block. */
  public List<String> warnings() {
    return gates.stream()
        .filter(result -> !result.passed() && result.severity() == Severity.WARN)
        .map(GateResult::sentence)
        .toList();
  }
}
