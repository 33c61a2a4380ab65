package io.drivetrain.pipeline.engine.log;

import io.drivetrain.pipeline.api.step.Attempt;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import io.drivetrain.pipeline.engine.run.RunService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Shows the attempts of steps and their logs, whichever process ran them. */
@ApplicationScoped
public class AttemptService {
  private final AttemptRepository attempts;
  private final LogRepository logs;
  private final RunService runs;

  AttemptService(AttemptRepository attempts, LogRepository logs, RunService runs) {
    this.attempts = attempts;
    this.logs = logs;
    this.runs = runs;
  }

  /**
   * One attempt of a step.
   *
   * @param number from 1
   */
  record Key(UUID runId, String step, int number) {}

  /**
   * The attempts of a step, oldest first.
   *
   * @throws PipelineException when there is no such step
   */
  public List<Attempt> list(UUID runId, String step) {
    return stored(runId, step).stream().map(StoredAttempt::attempt).toList();
  }

  private List<StoredAttempt> stored(UUID runId, String step) {
    List<StoredAttempt> found = attempts.list(runId, step);
    if (found.isEmpty() && !isKnown(runId, step)) {
      throw PipelineException.notFound("step", step);
    }
    return found;
  }

  /**
   * @throws PipelineException when there is no such attempt
   */
  StoredAttempt show(Key key) {
    return stored(key.runId(), key.step()).stream()
        .filter(stored -> stored.attempt().attempt() == key.number())
        .findFirst()
        .orElseThrow(() -> PipelineException.notFound("attempt", String.valueOf(key.number())));
  }

  byte[] read(Key key, StoredAttempt attempt, long from, long to) {
    return logs.read(key.runId(), key.step(), attempt.fence(), from, to);
  }

  private boolean isKnown(UUID runId, String step) {
    runs.find(runId).orElseThrow(() -> PipelineException.notFound("run", runId.toString()));
    return runs.steps(runId).stream().anyMatch(one -> one.step().equals(step));
  }
}
