package io.drivetrain.pipeline.learning.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.models.metric.Metric;
import io.drivetrain.pipeline.api.evaluation.EvaluationResult;
import io.drivetrain.pipeline.api.promotion.VersionedResult;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.tracking.TrackedResult;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.output.StepOutputs;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import io.drivetrain.pipeline.engine.run.Run;
import io.drivetrain.pipeline.engine.run.StepRun;
import io.drivetrain.pipeline.learning.data.definition.TargetSpec;
import io.drivetrain.pipeline.learning.report.RunReport.Comparison;
import io.drivetrain.pipeline.learning.report.RunReport.DataReport;
import io.drivetrain.pipeline.learning.report.RunReport.GateReport;
import io.drivetrain.pipeline.learning.report.RunReport.MetricReport;
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
  private final RunSnapshots accounts;
  private final TrackingRuns records;
  private final RegistryClient registry;

  public RunReports(RunSnapshots accounts, TrackingRuns records, RegistryClient registry) {
    this.accounts = accounts;
    this.records = records;
    this.registry = registry;
  }

  /**
   * A run as it stands, in whatever state. What the registry does not give is named.
   *
   * @throws PipelineException when there is no such run
   */
  public RunReport asItStands(UUID runId) {
    RunSnapshot account = accounts.of(runId);
    Run run = account.run();
    return report(account, "", run.state(), run.reason(), run.message(), run.state().isTerminal());
  }

  /**
   * A run as a step of it tells it, with the outcome that it will have.
   *
   * @param step that tells it
   * @throws RegistryClientException when the registry does not answer
   */
  RunReport toldBy(String step, UUID runId) {
    RunSnapshot account = accounts.of(runId);
    RunOutcome outcome = outcome(account, step);
    Optional<StepRun> deciding = new RunSummary(account, step).deciding(outcome);
    return report(
        account,
        step,
        outcome.state(),
        deciding
            .flatMap(one -> Optional.ofNullable(one.outcome().reason()))
            .or(() -> account.run().reason()),
        deciding
            .filter(one -> one.outcome().message() != null)
            .map(one -> one.step() + ": " + one.outcome().message())
            .or(() -> account.run().message()),
        true);
  }

  /** A run that was told to stop ends as that says, whatever its steps say. */
  private static RunOutcome outcome(RunSnapshot account, String teller) {
    Run run = account.run();
    if (run.state() == RunState.CANCELLING) {
      return run.reason().equals(Optional.of(StepReason.DEADLINE))
          ? RunOutcome.TIMED_OUT
          : RunOutcome.CANCELLED;
    }
    return RunOutcome.of(account.deciding(teller).stream().map(StepRun::outcome).toList());
  }

  private RunReport report(
      RunSnapshot account,
      String teller,
      RunState outcome,
      Optional<StepReason> reason,
      Optional<String> message,
      boolean settled) {
    Run run = account.run();
    StepOutputs outputs = account.outputs();
    Optional<String> trackingRun = trackingRun(account);
    RunArtifacts files = files(account, teller);
    ReportSections recorded = new ReportSections(files);
    String unit = account.definition().flatMap(RunReports::unit).orElse("");
    List<GateReport> gates = recorded.gates(account);
    Optional<DataReport> data = recorded.data(outputs);
    Optional<Comparison> comparison = comparison(outputs, recorded, unit);
    Optional<ModelCard> card = card(account, files, recorded, data, comparison, gates);
    RunReport report =
        new RunReport(
            run.pipeline(),
            account.definition().map(PipelineDefinition::label).orElse(run.pipeline()),
            run.id(),
            outcome,
            settled,
            new RunSummary(account, teller).sentence(outcome, gates),
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
            queued(account),
            account.at(),
            trackingRun,
            StepReport.of(account, teller),
            account.documents(),
            data,
            gates,
            comparison,
            recorded.golden(),
            recorded.holdOut(unit),
            recorded.importance(),
            card,
            unread(account, recorded));
    if (!teller.isEmpty()) {
      requireComplete(files);
    }
    return report;
  }

  /** What a run keeps of itself is not written from half of the files: the step is tried again. */
  private static void requireComplete(RunArtifacts files) {
    files
        .failure()
        .ifPresent(failure -> {
          throw failure;
        });
  }

  /** A step that tells has the registry answer; whoever looks at a run may not. */
  private RunArtifacts files(RunSnapshot account, String teller) {
    Optional<ModelSpec> model = account.definition().flatMap(one -> one.find(ModelSpec.SECTION));
    boolean mayHaveOne =
        trackingRun(account).isPresent()
            || account.steps().stream().anyMatch(step -> step.outcome().attempt() > 0);
    if (model.isEmpty() || !mayHaveOne) {
      return RunArtifacts.none(registry);
    }
    try {
      return records
          .find(account.run().id(), model.orElseThrow(), account.outputs())
          .map(record -> files(account.run(), record, teller))
          .orElseGet(() -> RunArtifacts.none(registry));
    } catch (RegistryClientException failed) {
      if (!teller.isEmpty()) {
        throw failed;
      }
      return RunArtifacts.away(registry, failed);
    }
  }

  /** A run does not take for its own what one that went on from it has found. */
  private RunArtifacts files(Run run, TrackingRun record, String teller) {
    Optional<String> origin = run.resumedFrom().map(UUID::toString);
    return record
        .reporter()
        .filter(reporter -> teller.isEmpty() && !reporter.equals(run.id().toString()))
        .filter(reporter -> !origin.equals(Optional.of(reporter)))
        .map(reporter -> RunArtifacts.overwritten(registry, reporter))
        .orElseGet(() -> RunArtifacts.of(registry, record));
  }

  private static Optional<String> trackingRun(RunSnapshot account) {
    return account.outputs().find(TrackedResult.class, TrackedResult::mlflowRunId);
  }

  private static Optional<String> unit(PipelineDefinition definition) {
    return definition
        .find(TargetSpec.SECTION)
        .flatMap(target -> Optional.ofNullable(target.unit()));
  }

  private static Optional<Double> queued(RunSnapshot account) {
    Run run = account.run();
    Instant until = run.startedAt().or(run::endedAt).orElse(account.at());
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
          file.path("championMetrics")
              .properties()
              .forEach(one -> champion.put(one.getKey(), one.getValue().asDouble()));
          file.path("notes").forEach(note -> notes.add(note.asText()));
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
      RunSnapshot account,
      RunArtifacts files,
      ReportSections recorded,
      Optional<DataReport> data,
      Optional<Comparison> comparison,
      List<GateReport> gates) {
    Optional<JsonNode> provenance = recorded.provenance(account.outputs());
    if (provenance.isEmpty() || account.definition().isEmpty()) {
      return Optional.empty();
    }
    Comparison measured =
        comparison.orElseGet(() -> new Comparison("", "", "", List.of(), List.of(), List.of()));
    return Optional.of(
        new ModelCards(account.definition().orElseThrow(), account)
            .card(provenance.orElseThrow(), files.param("training.seed"), data, measured, gates));
  }

  private static List<MissingArtifact> unread(RunSnapshot account, ReportSections recorded) {
    List<MissingArtifact> unread = new ArrayList<>(recorded.unread());
    if (account.definition().isEmpty()) {
      unread.add(
          new MissingArtifact(
              "the definition of the pipeline",
              "This build cannot read the version that the run began with, so kinds of steps, units"
                  + " and the model's card are missing."));
    }
    return unread;
  }
}
