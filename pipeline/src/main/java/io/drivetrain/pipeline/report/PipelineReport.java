package io.drivetrain.pipeline.report;

import io.drivetrain.pipeline.step.StepContext;
import io.drivetrain.pipeline.step.StepOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What happened in a run, for a person who has nothing but the registry.
 *
 * @param reason the word of the step that ended it; empty for a success
 * @param facts what the steps told, by step: data, metrics, gates, champion, versions
 */
record PipelineReport(
    String pipeline,
    String runId,
    RunOutcome outcome,
    String reason,
    Instant startedAt,
    Instant reportedAt,
    Map<String, Object> parameters,
    List<StepReport> steps,
    Map<String, Map<String, Object>> facts) {

  PipelineReport {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    steps = List.copyOf(steps);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  static PipelineReport of(StepContext context, Instant now) {
    List<StepReport> steps = new ArrayList<>();
    context.outcomes().forEach((id, outcome) -> steps.add(step(id, outcome)));
    RunOutcome outcome = RunOutcome.of(context.outcomes().values());
    return new PipelineReport(
        context.definition().id(),
        context.runId().toString(),
        outcome,
        outcome == RunOutcome.SUCCEEDED ? "" : reason(context),
        context.startedAt(),
        now,
        context.parameters().values(),
        steps,
        context.outputs());
  }

  private static String reason(StepContext context) {
    return context.outcomes().entrySet().stream()
        .filter(step -> step.getValue().message() != null && !step.getValue().message().isBlank())
        .map(step -> step.getKey() + ": " + step.getValue().message())
        .findFirst()
        .orElse("");
  }

  private static StepReport step(String id, StepOutcome outcome) {
    boolean ran = outcome.startedAt() != null && outcome.endedAt() != null;
    Double seconds =
        ran ? Duration.between(outcome.startedAt(), outcome.endedAt()).toMillis() / 1000.0 : null;
    return new StepReport(
        id,
        outcome.state(),
        outcome.reason(),
        outcome.message(),
        outcome.attempt(),
        outcome.startedAt(),
        outcome.endedAt(),
        seconds);
  }
}
