package io.drivetrain.pipeline.learning.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.models.metric.Metric;
import io.drivetrain.pipeline.api.evaluation.EvaluationResult;
import io.drivetrain.pipeline.api.promotion.VersionedResult;
import io.drivetrain.pipeline.api.report.Comparison;
import io.drivetrain.pipeline.api.report.DataReport;
import io.drivetrain.pipeline.api.report.GateReport;
import io.drivetrain.pipeline.api.report.MetricReport;
import io.drivetrain.pipeline.api.report.MissingArtifact;
import io.drivetrain.pipeline.api.report.ModelCard;
import io.drivetrain.pipeline.api.report.RunReport;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.tracking.TrackedResult;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.output.StepOutputs;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import io.drivetrain.pipeline.engine.run.Run;
import io.drivetrain.pipeline.engine.run.StepRun;
import io.drivetrain.pipeline.learning.data.definition.TargetSpec;
import io.drivetrain.pipeline.learning.html.Language;
import io.drivetrain.pipeline.learning.html.PageText;
import io.drivetrain.pipeline.learning.tracking.ModelSpec;
import io.drivetrain.pipeline.learning.tracking.TrackingRun;
import io.drivetrain.pipeline.learning.tracking.TrackingRuns;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.http.RegistryClientException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes reports of runs: from what the pipeline knows, and what the registry holds of them. */
@ApplicationScoped
public class RunReports {
  private final RunSnapshots snapshots;
  private final TrackingRuns records;
  private final RegistryClient registry;

  public RunReports(RunSnapshots snapshots, TrackingRuns records, RegistryClient registry) {
    this.snapshots = snapshots;
    this.records = records;
    this.registry = registry;
  }

  /**
   * A run as it stands, in whatever state. What the registry does not give is named.
   *
   * @param language of the summary
   * @throws PipelineException when there is no such run
   */
  public WrittenReport asItStands(UUID runId, Language language) {
    RunSnapshot snapshot = snapshots.of(runId);
    Run run = snapshot.run();
    return report(
        snapshot, "", language, run.state(), run.reason(), run.message(), run.state().isTerminal());
  }

  /**
   * A run as its report step writes it down, with the outcome that it will have.
   *
   * @param step that writes it
   * @param language of the summary
   * @throws RegistryClientException when the registry does not answer
   */
  WrittenReport writtenBy(String step, UUID runId, Language language) {
    RunSnapshot snapshot = snapshots.of(runId);
    RunOutcome outcome = outcome(snapshot, step);
    Optional<StepRun> deciding = snapshot.decidedBy(outcome, step);
    return report(
        snapshot,
        step,
        language,
        outcome.state(),
        deciding
            .flatMap(one -> Optional.ofNullable(one.outcome().reason()))
            .or(() -> snapshot.run().reason()),
        deciding
            .filter(one -> one.outcome().message() != null)
            .map(one -> one.step() + ": " + one.outcome().message())
            .or(() -> snapshot.run().message()),
        true);
  }

  /** A run that is being cancelled ends as cancelled or timed out, whatever its steps say. */
  private static RunOutcome outcome(RunSnapshot snapshot, String reporter) {
    Run run = snapshot.run();
    if (run.state() == RunState.CANCELLING) {
      return run.reason().equals(Optional.of(StepReason.DEADLINE))
          ? RunOutcome.TIMED_OUT
          : RunOutcome.CANCELLED;
    }
    return RunOutcome.of(snapshot.deciding(reporter).stream().map(StepRun::outcome).toList());
  }

  private WrittenReport report(
      RunSnapshot snapshot,
      String reporter,
      Language language,
      RunState outcome,
      Optional<StepReason> reason,
      Optional<String> message,
      boolean settled) {
    Run run = snapshot.run();
    StepOutputs outputs = snapshot.outputs();
    Optional<String> trackingRun = trackingRun(snapshot);
    RunArtifacts files = files(snapshot, reporter);
    ReportSections recorded = new ReportSections(files);
    String unit = snapshot.definition().flatMap(RunReports::unit).orElse("");
    List<GateReport> gates = recorded.gates(snapshot);
    Optional<DataReport> data = recorded.data(outputs);
    Optional<Comparison> comparison = comparison(outputs, recorded, unit);
    PredictedRows predicted = recorded.predicted();
    Optional<ModelCard> card = card(snapshot, files, recorded, data, comparison, gates);
    RunReport report =
        new RunReport(
            run.pipeline(),
            snapshot.definition().map(PipelineDefinition::label).orElse(run.pipeline()),
            run.id(),
            outcome,
            settled,
            new RunSummary(snapshot, reporter, PageText.of("report", language))
                .sentence(outcome, gates),
            reason,
            message,
            run.trigger(),
            run.logicalTime(),
            run.resumedFrom(),
            run.parameters().values(),
            run.note(),
            run.labels().values(),
            run.definitionVersion(),
            run.createdAt(),
            run.startedAt(),
            run.endedAt(),
            queued(snapshot),
            snapshot.at(),
            trackingRun,
            StepReports.of(snapshot, reporter),
            snapshot.documents(),
            data,
            gates,
            comparison,
            recorded.golden(),
            predicted.summary(unit),
            recorded.importance(),
            card,
            unread(snapshot, recorded));
    if (!reporter.isEmpty()) {
      requireComplete(files);
    }
    return new WrittenReport(report, predicted);
  }

  /** A report that is kept is not written from half of the files: the step is retried. */
  private static void requireComplete(RunArtifacts files) {
    files
        .failure()
        .ifPresent(failure -> {
          throw failure;
        });
  }

  /** The report step needs the registry to answer; a reader of the run does not. */
  private RunArtifacts files(RunSnapshot snapshot, String reporter) {
    Optional<ModelSpec> model = snapshot.definition().flatMap(one -> one.find(ModelSpec.SECTION));
    boolean mayHaveOne =
        trackingRun(snapshot).isPresent()
            || snapshot.steps().stream().anyMatch(step -> step.outcome().attempt() > 0);
    if (model.isEmpty() || !mayHaveOne) {
      return RunArtifacts.none(registry);
    }
    try {
      return records
          .find(snapshot.run().id(), model.orElseThrow(), snapshot.outputs())
          .map(record -> files(snapshot.run(), record, reporter))
          .orElseGet(() -> RunArtifacts.none(registry));
    } catch (RegistryClientException failed) {
      if (!reporter.isEmpty()) {
        throw failed;
      }
      return RunArtifacts.away(registry, failed);
    }
  }

  /** A run does not report the files of a run that resumed it. */
  private RunArtifacts files(Run run, TrackingRun record, String reporter) {
    Optional<String> origin = run.resumedFrom().map(UUID::toString);
    return record
        .reporter()
        .filter(latest -> reporter.isEmpty() && !latest.equals(run.id().toString()))
        .filter(latest -> !origin.equals(Optional.of(latest)))
        .map(latest -> RunArtifacts.overwritten(registry, latest))
        .orElseGet(() -> RunArtifacts.of(registry, record));
  }

  private static Optional<String> trackingRun(RunSnapshot snapshot) {
    return snapshot.outputs().find(TrackedResult.class, TrackedResult::mlflowRunId);
  }

  private static Optional<String> unit(PipelineDefinition definition) {
    return definition
        .find(TargetSpec.SECTION)
        .flatMap(target -> Optional.ofNullable(target.unit()));
  }

  private static Optional<Double> queued(RunSnapshot snapshot) {
    Run run = snapshot.run();
    Instant until = run.startedAt().or(run::endedAt).orElse(snapshot.at());
    return Optional.of(Math.max(0, Duration.between(run.createdAt(), until).toMillis()) / 1000.0);
  }

  private static Optional<Comparison> comparison(
      StepOutputs outputs, ReportSections recorded, String unit) {
    Optional<EvaluationResult> measured = outputs.find(EvaluationResult.class);
    if (measured.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Double> champion = new LinkedHashMap<>();
    List<String> notes = new ArrayList<>();
    recorded
        .evaluation()
        .ifPresent(file -> {
          champion.putAll(file.championMetrics());
          notes.addAll(file.notes());
        });
    return Optional.of(
        new Comparison(
            outputs.find(VersionedResult.class, VersionedResult::modelVersion).orElse(""),
            measured.orElseThrow().championVersion().orElse(""),
            unit,
            metrics(measured.orElseThrow().metrics(), champion, unit),
            recorded.slices(),
            notes));
  }

  private static List<MetricReport> metrics(
      Map<String, Double> challenger, Map<String, Double> champion, String unit) {
    List<MetricReport> reports = new ArrayList<>();
    challenger.forEach((name, value) -> reports.add(metric(name, value, champion.get(name), unit)));
    return reports;
  }

  private static MetricReport metric(String key, double value, Double champion, String unit) {
    Optional<Metric> known = Metric.find(key);
    Optional<Double> other = Optional.ofNullable(champion);
    Optional<Double> difference = other.map(one -> value - one);
    return new MetricReport(
        key,
        known.map(Metric::label).orElse(key),
        known.map(metric -> metric.unit(unit)).orElse(""),
        value,
        other,
        difference,
        known.flatMap(metric -> difference.flatMap(metric::isBetter)));
  }

  private static Optional<ModelCard> card(
      RunSnapshot snapshot,
      RunArtifacts files,
      ReportSections recorded,
      Optional<DataReport> data,
      Optional<Comparison> comparison,
      List<GateReport> gates) {
    Optional<JsonNode> provenance = recorded.provenance(snapshot.outputs());
    if (provenance.isEmpty() || snapshot.definition().isEmpty()) {
      return Optional.empty();
    }
    Comparison measured =
        comparison.orElseGet(() -> new Comparison("", "", "", List.of(), List.of(), List.of()));
    return Optional.of(
        new ModelCards(snapshot.definition().orElseThrow(), snapshot)
            .card(provenance.orElseThrow(), files.param("training.seed"), data, measured, gates));
  }

  private static List<MissingArtifact> unread(RunSnapshot snapshot, ReportSections recorded) {
    List<MissingArtifact> unread = new ArrayList<>(recorded.unread());
    if (snapshot.definition().isEmpty()) {
      unread.add(
          new MissingArtifact(
              "the definition of the pipeline",
              "This build cannot read the version that the run began with, so kinds of steps, units"
                  + " and the model's card are missing."));
    }
    return unread;
  }
}
