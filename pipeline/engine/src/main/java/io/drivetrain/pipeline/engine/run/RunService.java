package io.drivetrain.pipeline.engine.run;

import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.run.RunPage;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows runs, and locks them for those who change them. */
@ApplicationScoped
public class RunService {
  private final RunRepository runs;
  private final RunSignals signals;
  private final RunDocuments documents;

  RunService(RunRepository runs, RunSignals signals, RunDocuments documents) {
    this.runs = runs;
    this.signals = signals;
    this.documents = documents;
  }

  /**
   * Takes the lock of a run until the transaction of the caller ends: what changes its steps sees
   * what others wrote.
   */
  public Run lock(UUID id) {
    return runs.lock(id).orElseThrow(() -> PipelineException.notFound("run", id.toString()));
  }

  public Optional<Run> find(UUID id) {
    return runs.find(id);
  }

  public List<StepRun> steps(UUID id) {
    return runs.steps(List.of(id));
  }

  /** The run of a pipeline that was triggered last. */
  public Optional<RunDetails> latest(String pipeline) {
    return runs.findLatest(pipeline)
        .map(run -> documents.details(run, runs.steps(List.of(run.id()))));
  }

  /** A run when it has ended, or as it is after a time. Holds no connection while it waits. */
  RunDetails await(UUID id, Duration atMost) throws InterruptedException {
    signals.await(id, () -> run(id).state().isTerminal(), atMost);
    return show(id);
  }

  RunPage list(RunFilter filter, RunCursor cursor, int limit) {
    List<Run> found = runs.list(filter, cursor, limit + 1);
    List<Run> page = found.stream().limit(limit).toList();
    Map<UUID, List<StepRun>> steps =
        runs.steps(page.stream().map(Run::id).toList()).stream()
            .collect(Collectors.groupingBy(StepRun::runId));
    return new RunPage(
        page.stream()
            .map(run -> documents.details(run, steps.getOrDefault(run.id(), List.of())))
            .toList(),
        found.size() > limit
            ? Optional.of(RunCursor.after(page.getLast()).token())
            : Optional.empty());
  }

  /** A run as it is. */
  public RunDetails show(UUID id) {
    return documents.details(run(id), runs.steps(List.of(id)));
  }

  private Run run(UUID id) {
    return runs.find(id).orElseThrow(() -> PipelineException.notFound("run", id.toString()));
  }
}
