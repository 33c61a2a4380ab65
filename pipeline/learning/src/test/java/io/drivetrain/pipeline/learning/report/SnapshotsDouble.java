package io.drivetrain.pipeline.learning.report;

import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.run.RunTrigger;
import io.drivetrain.pipeline.api.step.Attempt;
import io.drivetrain.pipeline.api.step.AttemptOutcome;
import io.drivetrain.pipeline.api.step.StepDocument;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.definition.StepSpec;
import io.drivetrain.pipeline.engine.parameter.RunParameters;
import io.drivetrain.pipeline.engine.run.Run;
import io.drivetrain.pipeline.engine.run.RunLabels;
import io.drivetrain.pipeline.engine.run.StepRun;
import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.engine.step.StepOutcome;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Runs as their last step saw them. */
public final class SnapshotsDouble implements RunSnapshots {
  private final Map<UUID, RunSnapshot> accounts = new HashMap<>();

  @Override
  public RunSnapshot of(UUID runId) {
    return accounts.get(runId);
  }

  /**
   * A step begins.
   *
   * @param context as it sees it
   * @param parameters of the run
   * @param now when
   */
  public void begins(String step, StepContext context, RunParameters parameters, Instant now) {
    Run run =
        new Run(
            context.runId(),
            context.definition().id(),
            context.definition().version(),
            RunTrigger.API,
            Optional.empty(),
            Optional.empty(),
            parameters,
            "",
            new RunLabels(Map.of()),
            RunState.RUNNING,
            Optional.empty(),
            Optional.empty(),
            context.startedAt(),
            Optional.of(context.startedAt()),
            Optional.empty());
    List<StepSpec> specs = context.definition().steps();
    accounts.put(
        context.runId(),
        new RunSnapshot(
            now,
            run,
            Optional.of(context.definition()),
            specs.stream().map(spec -> step(spec, step, context, now)).toList(),
            specs.stream()
                .filter(spec -> hasRun(context.outcomes().get(spec.id())))
                .collect(
                    Collectors.toMap(
                        StepSpec::id, spec -> List.of(tried(context.outcomes().get(spec.id()))))),
            context.outputs()));
  }

  private static StepRun step(StepSpec spec, String running, StepContext context, Instant now) {
    StepOutcome open =
        spec.id().equals(running)
            ? new StepOutcome(StepState.RUNNING, null, null, 1, now, null)
            : new StepOutcome(StepState.PENDING, null, null, 0, null, null);
    return new StepRun(
        context.runId(),
        spec.id(),
        spec.needs(),
        context.outcomes().getOrDefault(spec.id(), open),
        Optional.empty(),
        Optional.empty(),
        context.outputs().documents().getOrDefault(spec.id(), StepDocument.NONE),
        Map.of(),
        Optional.empty());
  }

  private static boolean hasRun(StepOutcome outcome) {
    return outcome != null && outcome.endedAt() != null;
  }

  private static Attempt tried(StepOutcome outcome) {
    return new Attempt(
        outcome.attempt(),
        Optional.of(AttemptOutcome.valueOf(outcome.state().name())),
        Optional.ofNullable(outcome.message()),
        "here/1",
        outcome.startedAt(),
        Optional.of(outcome.endedAt()),
        0);
  }
}
