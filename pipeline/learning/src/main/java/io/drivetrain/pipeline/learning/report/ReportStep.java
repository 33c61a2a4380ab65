package io.drivetrain.pipeline.learning.report;

import io.drivetrain.pipeline.api.report.ReportResult;
import io.drivetrain.pipeline.api.report.RunReport;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.step.StepLabel;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import io.drivetrain.pipeline.engine.definition.StepSpec;
import io.drivetrain.pipeline.engine.output.StepOutput;
import io.drivetrain.pipeline.engine.step.Step;
import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.pipeline.learning.html.HtmlConfig;
import io.drivetrain.pipeline.learning.tracking.ModelSpec;
import io.drivetrain.pipeline.learning.tracking.RunCleanup;
import io.drivetrain.pipeline.learning.tracking.RunLinks;
import io.drivetrain.pipeline.learning.tracking.TrackingRun;
import io.drivetrain.pipeline.learning.tracking.TrackingRuns;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Kind {@code report}: writes {@code pipeline_report.json}, the same as an HTML page, and {@code
 * model_card.md} into the tracking run and ends it with the true outcome. Cleans up after a run
 * that has not succeeded.
 */
@ApplicationScoped
public class ReportStep implements Step {
  private static final String REASON_TAG = "drivetrain.reason";
  private static final int LONGEST_TAG = 4000;

  private final TrackingRuns runs;
  private final RunReports reports;
  private final ReportDocuments documents;
  private final HtmlConfig html;
  private final List<RunCleanup> cleanups;

  public ReportStep(
      TrackingRuns runs,
      RunReports reports,
      ReportDocuments documents,
      HtmlConfig html,
      @All List<RunCleanup> cleanups) {
    this.runs = runs;
    this.reports = reports;
    this.documents = documents;
    this.html = html;
    this.cleanups = List.copyOf(cleanups);
  }

  @Override
  public String kind() {
    return "report";
  }

  @Override
  public StepLabel label() {
    return new StepLabel("Report", "Rapport");
  }

  @Override
  public StepOutput<ReportResult> output() {
    return StepOutput.of(ReportResult.class)
        .linking(result -> RunLinks.trackingRun(result).stream().toList());
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
    // First, so that a registry that is away lets the step wait instead of leaving gaps in the
    // report.
    Optional<TrackingRun> record = runs.find(context);
    WrittenReport written = reports.writtenBy(step(context), context.runId(), html.language());
    RunReport report = written.report();
    String outcome = report.outcome().name();
    if (record.isEmpty()) {
      return new StepResult.Succeeded(ReportResult.withoutFiles(outcome));
    }
    cleanUp(context, report.outcome(), record.orElseThrow());
    write(written, context, record.orElseThrow());
    return new StepResult.Succeeded(
        new ReportResult(
            outcome,
            Optional.of(record.orElseThrow().id()),
            Optional.of("pipeline_report.json"),
            Optional.of("pipeline_report.html"),
            report.card().map(card -> "model_card.md")));
  }

  private void cleanUp(StepContext context, RunState outcome, TrackingRun record) {
    if (outcome == RunState.SUCCEEDED) {
      return;
    }
    String why = "pipeline run %s ended %s".formatted(context.runId(), outcome);
    cleanups.forEach(one -> one.cleanUp(context, record, why));
  }

  /** A resumed run, or one that was retried, reports over what was reported before. */
  private void write(WrittenReport written, StepContext context, TrackingRun record) {
    RunReport report = written.report();
    record.reopen();
    record.text("pipeline_report.json", documents.json(report));
    record.text("pipeline_report.html", documents.html(written, html.language()));
    report.card().ifPresent(card -> record.text("model_card.md", documents.markdown(card)));
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("drivetrain.outcome", report.outcome().name());
    tags.put(TrackingRuns.REPORTED_RUN_TAG, context.runId().toString());
    report
        .message()
        .ifPresent(message -> {
          int length = Math.min(message.length(), LONGEST_TAG);
          tags.put(REASON_TAG, message.substring(0, length));
        });
    record.tags(tags);
    if (report.message().isEmpty()) {
      record.untag(REASON_TAG);
    }
    record.finish(RunOutcome.of(report.outcome()).orElseThrow().status());
  }

  /** The next report step that has not run; a definition may have several. */
  private String step(StepContext context) {
    return context.definition().steps().stream()
        .filter(step -> step.kind().equals(kind()))
        .map(StepSpec::id)
        .filter(id -> !context.outcomes().containsKey(id))
        .findFirst()
        .orElseThrow();
  }
}
