package io.drivetrain.pipeline.engine.resume;

import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.definition.StepKind;
import io.drivetrain.pipeline.engine.definition.StepSpec;
import io.drivetrain.pipeline.engine.output.StepOutputs;
import io.drivetrain.pipeline.engine.output.StoredOutput;
import io.drivetrain.pipeline.engine.parameter.RunParameters;
import io.drivetrain.pipeline.engine.run.StepRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which steps a resumed run reuses: those that succeeded with the same inputs. The inputs
 * of a step are its dependencies and its kind, the sections and parameters that its kind reads, the
 * files that these name, and the steps before it.
 */
public final class ResumePlan {
  private static final int LONGEST_MESSAGE = 200;

  private final PipelineDefinition definition;
  private final ResumeOrigin origin;
  private final Differences differences;
  private final Map<String, StepKind> kinds;

  /** Why a step runs again; empty for one that is reused. Each step is looked at once. */
  private final Map<String, Optional<String>> reasons = new LinkedHashMap<>();

  private ResumePlan(
      PipelineDefinition definition,
      ResumeOrigin origin,
      Differences differences,
      Map<String, StepKind> kinds) {
    this.definition = definition;
    this.origin = origin;
    this.differences = differences;
    this.kinds = kinds;
  }

  /**
   * Why each step runs again that does, by step.
   *
   * @param definition of the new run
   * @param parameters of the new run
   * @param files SHA-256 of the files that the parameters name, by parameter, as they are now
   * @param kinds by name
   */
  public static Map<String, String> because(
      PipelineDefinition definition,
      RunParameters parameters,
      Map<String, Object> files,
      ResumeOrigin origin,
      Map<String, StepKind> kinds) {
    Differences differences = new Differences(definition, parameters, files, origin);
    ResumePlan plan = new ResumePlan(definition, origin, differences, kinds);
    Map<String, String> because = new LinkedHashMap<>();
    for (StepSpec step : definition.steps()) {
      plan.reason(step).ifPresent(reason -> because.put(step.id(), reason));
    }
    return because;
  }

  private Optional<String> reason(StepSpec step) {
    Optional<String> known = reasons.get(step.id());
    if (known != null) {
      return known;
    }
    Optional<String> reason =
        ofItself(step).or(() -> ofThoseBefore(step)).or(() -> ofTheOutside(step));
    reasons.put(step.id(), reason);
    return reason;
  }

  private Optional<String> ofItself(StepSpec step) {
    if (step.always()) {
      return Optional.of("it always runs");
    }
    Optional<StepRun> before = origin.step(step.id());
    if (before.isEmpty()) {
      return Optional.of("it is new in the definition");
    }
    Optional<String> ending = ending(before.orElseThrow());
    if (ending.isPresent()) {
      return ending;
    }
    List<String> changes =
        differences.of(step, kinds.get(step.kind()), before.orElseThrow().inputs());
    return changes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", changes));
  }

  private static Optional<String> ending(StepRun before) {
    return switch (before.outcome().state()) {
      case SUCCEEDED, REUSED -> Optional.empty();
      case FAILED, REJECTED, CANCELLED, TIMED_OUT ->
          Optional.of(
              "it ended as %s%s"
                  .formatted(before.outcome().state(), abridged(before.outcome().message())));
      case SKIPPED, UPSTREAM_FAILED -> Optional.of("it was not run");
      case PENDING, READY, RUNNING, RETRY_WAIT, WAITING_APPROVAL, CANCELLING ->
          Optional.of("it has not ended");
    };
  }

  /** The earlier run shows the whole message. */
  private static String abridged(String message) {
    if (message == null) {
      return "";
    }
    return message.length() <= LONGEST_MESSAGE
        ? ": " + message
        : ": " + message.substring(0, LONGEST_MESSAGE) + "...";
  }

  private Optional<String> ofThoseBefore(StepSpec step) {
    List<String> again =
        step.needs().stream()
            .filter(need -> reason(definition.step(need).orElseThrow()).isPresent())
            .toList();
    return again.isEmpty()
        ? Optional.empty()
        : Optional.of("it depends on " + String.join(", ", again));
  }

  /** Asked last, because it may take a while. */
  private Optional<String> ofTheOutside(StepSpec step) {
    StepKind kind = kinds.get(step.kind());
    StoredOutput before =
        new StoredOutput(step.id(), kind.output(), origin.step(step.id()).orElseThrow().output());
    return kind.outdated(definition, new StepOutputs(List.of(before)));
  }
}
