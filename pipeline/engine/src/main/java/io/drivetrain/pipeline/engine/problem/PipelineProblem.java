package io.drivetrain.pipeline.engine.problem;

import io.drivetrain.access.problem.ProblemType;

/** What can be wrong with a request to the pipeline, besides what any request can have wrong. */
public enum PipelineProblem implements ProblemType {
  PARAMETERS_REFUSED(400, "The parameters are not those of the pipeline"),
  RUN_ACTIVE(409, "Another run of the pipeline is active"),
  RUN_ENDED(409, "The run has ended"),
  RUN_NOT_ENDED(409, "The run has not ended"),
  NOTHING_TO_RESUME(409, "There is nothing to resume"),
  STEP_NOT_RETRYABLE(409, "The step cannot be retried in place"),
  WAITS_FOR_NOBODY(409, "Nothing waits for that decision"),
  DECIDED_ALREADY(409, "The decision has been made already"),
  RANGE_NOT_SATISFIABLE(416, "The range begins behind the end"),
  IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key belongs to another request"),
  DATABASE_UNREACHABLE(503, "The database does not answer");

  private final int status;
  private final String title;

  PipelineProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
