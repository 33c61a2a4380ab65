package io.drivetrain.pipeline.report;

import io.drivetrain.pipeline.definition.DefinitionSection;
import io.drivetrain.pipeline.step.Step;
import io.drivetrain.pipeline.step.StepContext;
import io.drivetrain.pipeline.step.StepResult;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Kind {@code report}: writes {@code pipeline_report.json} into the run's record in the registry
 * and closes the record, with the true outcome. Puts away what a run that has not succeeded left.
 */
@ApplicationScoped
public class ReportStep implements Step {
  private static final int LONGEST_TAG = 4000;

  private final TrackedRuns runs;
  private final Clock clock;
  private final List<Leftovers> leftovers;

  public ReportStep(TrackedRuns runs, Clock clock, @All List<Leftovers> leftovers) {
    this.runs = runs;
    this.clock = clock;
    this.leftovers = List.copyOf(leftovers);
  }

  @Override
  public String kind() {
    return "report";
  }

  @Override
  public Set<DefinitionSection<?>> sections() {
    return Set.of(ModelSpec.SECTION);
  }

  @Override
  public Set<DefinitionSection<?>> optionalSections() {
    return Set.of(CardSpec.SECTION);
  }

  @Override
  public StepResult run(StepContext context) {
    PipelineReport report = PipelineReport.of(context, clock.instant());
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("outcome", report.outcome().name());
    Optional<TrackedRun> record = runs.find(context);
    if (record.isPresent()) {
      putLeftoversAway(context, report.outcome(), record.orElseThrow());
      write(report, record.orElseThrow());
      output.put(RunFacts.MLFLOW_RUN, record.orElseThrow().id());
      output.put("report", "pipeline_report.json");
    }
    return new StepResult.Succeeded(output);
  }

  private void putLeftoversAway(StepContext context, RunOutcome outcome, TrackedRun record) {
    if (outcome == RunOutcome.SUCCEEDED) {
      return;
    }
    String why = "pipeline run %s ended %s".formatted(context.runId(), outcome);
    leftovers.forEach(one -> one.putAway(context, record, why));
  }

  private static void write(PipelineReport report, TrackedRun record) {
    record.json("pipeline_report.json", report);
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("drivetrain.outcome", report.outcome().name());
    if (!report.reason().isEmpty()) {
      int length = Math.min(report.reason().length(), LONGEST_TAG);
      tags.put("drivetrain.reason", report.reason().substring(0, length));
    }
    record.tags(tags);
    record.finish(report.outcome().status());
  }
}
