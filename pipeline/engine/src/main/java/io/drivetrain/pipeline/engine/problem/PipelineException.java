package io.drivetrain.pipeline.engine.problem;

import io.drivetrain.access.problem.FieldError;
import io.drivetrain.access.problem.Problem;
import io.drivetrain.access.problem.ProblemException;
import io.drivetrain.access.problem.ProblemType;
import io.drivetrain.access.problem.RequestProblem;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A request that is answered with a problem, in the words of the pipeline. */
public final class PipelineException extends ProblemException {

  private PipelineException(ProblemType type, String detail) {
    this(Problem.of(type, detail));
  }

  private PipelineException(Problem problem) {
    super(problem);
  }

  private PipelineException(Problem problem, Map<String, String> headers) {
    super(problem, headers);
  }

  public static PipelineException notFound(String what, String id) {
    return new PipelineException(
        RequestProblem.NOT_FOUND, "There is no %s '%s'.".formatted(what, id));
  }

  public static PipelineException malformed(String message) {
    return new PipelineException(RequestProblem.MALFORMED_REQUEST, message);
  }

  /**
   * @param errors one for each wrong parameter
   * @param accepted the parameters that the pipeline declares
   */
  public static PipelineException parametersRefused(
      String message, List<FieldError> errors, List<String> accepted) {
    return new PipelineException(
        Problem.of(PipelineProblem.PARAMETERS_REFUSED, message)
            .withErrors(errors)
            .with("accepted", accepted));
  }

  public static PipelineException idempotencyKeyReused(String key) {
    return new PipelineException(
        PipelineProblem.IDEMPOTENCY_KEY_REUSED,
        "The Idempotency-Key '%s' was already used with another body. Use a new key."
            .formatted(key));
  }

  /** The pipeline takes one run at a time, and that one has not ended. */
  public static PipelineException runActive(String pipeline, Object run) {
    return new PipelineException(
        Problem.of(
                PipelineProblem.RUN_ACTIVE,
                "Pipeline '%s' takes one run at a time (concurrency: reject), and run %s has not ended."
                    .formatted(pipeline, run))
            .with("run", run));
  }

  public static PipelineException runEnded(Object run, String state) {
    return new PipelineException(
        PipelineProblem.RUN_ENDED, "Run %s has already ended: %s.".formatted(run, state));
  }

  public static PipelineException runNotEnded(Object run, String state) {
    return new PipelineException(
        PipelineProblem.RUN_NOT_ENDED,
        "Run %s is %s. Wait until it has ended, or cancel it.".formatted(run, state));
  }

  /** An ended run cannot go on, because the pipeline is busy with another one. */
  public static PipelineException pipelineBusy(String pipeline, Object run) {
    return new PipelineException(
        Problem.of(
                PipelineProblem.RUN_ACTIVE,
                "Run %s of pipeline '%s' is active, and the pipeline takes one run at a time. Try again when it has ended, or cancel it."
                    .formatted(run, pipeline))
            .with("run", run));
  }

  public static PipelineException nothingToResume(String message) {
    return new PipelineException(PipelineProblem.NOTHING_TO_RESUME, message);
  }

  public static PipelineException stepNotRetryable(String message) {
    return new PipelineException(PipelineProblem.STEP_NOT_RETRYABLE, message);
  }

  /**
   * @param size bytes that there are now
   */
  public static PipelineException rangeNotSatisfiable(long size) {
    return new PipelineException(
        Problem.of(
                PipelineProblem.RANGE_NOT_SATISFIABLE, "There are %d bytes so far.".formatted(size))
            .with("size", size),
        Map.of("Content-Range", "bytes */" + size));
  }

  /**
   * There is nothing to approve or reject.
   *
   * @param what a run or a step
   * @param state how it stands instead
   */
  public static PipelineException waitsForNobody(String what, String state) {
    return new PipelineException(
        PipelineProblem.WAITS_FOR_NOBODY,
        "%s is not waiting for a decision: it is %s".formatted(what, state));
  }

  /** Another person was faster. */
  public static PipelineException decidedAlready(String what, String decision, Instant at) {
    return new PipelineException(
        Problem.of(
                PipelineProblem.DECIDED_ALREADY,
                "%s was decided at %s: %s".formatted(what, at, decision))
            .with("decidedAt", at));
  }
}
