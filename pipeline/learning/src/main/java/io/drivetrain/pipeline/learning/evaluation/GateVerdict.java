package io.drivetrain.pipeline.learning.evaluation;

import io.drivetrain.pipeline.api.evaluation.GateSummary;
import io.drivetrain.pipeline.learning.quality.Severity;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** What the gates that one step asked say together. */
public record GateVerdict(List<GateResult> gates) {
  private static final Logger LOG = Logger.getLogger(GateVerdict.class);

  /** More than this nobody reads in a message; the report has all of it. */
  private static final int MOST_TOLD = 3;

  public GateVerdict {
    gates = List.copyOf(gates);
  }

  public boolean passed() {
    return gates.stream().noneMatch(GateResult::blocks);
  }

  /** Why not: the first gates that said no in full, the others by name; empty when they passed. */
  public String reasons() {
    List<GateResult> blocking = gates.stream().filter(GateResult::blocks).toList();
    String told =
        blocking.stream()
            .limit(MOST_TOLD)
            .map(GateResult::sentence)
            .collect(Collectors.joining("; "));
    if (blocking.size() <= MOST_TOLD) {
      return told;
    }
    return told
        + blocking.stream()
            .skip(MOST_TOLD)
            .map(GateResult::gate)
            .collect(Collectors.joining(", ", "; and no from ", ""));
  }

  /** Writes what each of them said into the log. */
  public void log() {
    for (GateResult gate : gates) {
      String said = gate.passed() ? "passed" : gate.blocks() ? "says no" : "warns";
      Logger.Level level = gate.passed() ? Logger.Level.INFO : Logger.Level.WARN;
      LOG.logf(level, "Gate %s %s: %s", gate.gate(), said, gate.comparison());
    }
  }

  /** For the output of a step; the numbers are in a file of the run. */
  public List<GateSummary> summaries() {
    return gates.stream()
        .map(gate -> new GateSummary(gate.gate(), gate.passed(), gate.comparison()))
        .toList();
  }

  /** One sentence for each gate that did not pass and does not block. */
  public List<String> warnings() {
    return gates.stream()
        .filter(result -> !result.passed() && result.severity() == Severity.WARN)
        .map(GateResult::sentence)
        .toList();
  }
}
