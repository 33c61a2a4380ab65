package io.drivetrain.pipeline.engine.problem;

import io.drivetrain.access.problem.ProblemType;

/** What can be wrong with a request to the pipeline, besides what any request can have wrong. */
public final class PipelineProblem {
  public static final ProblemType PARAMETERS_REFUSED =
      new ProblemType("parameters_refused", 400, "The parameters are not those of the pipeline");
  public static final ProblemType RUN_ACTIVE =
      new ProblemType("run_active", 409, "Another run of the pipeline is active");
  public static final ProblemType RUN_ENDED =
      new ProblemType("run_ended", 409, "The run has ended");
  public static final ProblemType RUN_NOT_ENDED =
      new ProblemType("run_not_ended", 409, "The run has not ended");
  public static final ProblemType NOTHING_TO_RESUME =
      new ProblemType("nothing_to_resume", 409, "There is nothing to resume");
  public static final ProblemType STEP_NOT_RETRYABLE =
      new ProblemType("step_not_retryable", 409, "The step cannot be retried in place");
  public static final ProblemType WAITS_FOR_NOBODY =
      new ProblemType("waits_for_nobody", 409, "No step is waiting for this decision");
  public static final ProblemType DECIDED_ALREADY =
      new ProblemType("decided_already", 409, "The decision has been made already");
  public static final ProblemType RANGE_NOT_SATISFIABLE =
      new ProblemType("range_not_satisfiable", 416, "The range begins after the end");
  public static final ProblemType IDEMPOTENCY_KEY_REUSED =
      new ProblemType(
          "idempotency_key_reused", 422, "The Idempotency-Key belongs to another request");

  private PipelineProblem() {}
}
