package io.drivetrain.pipeline.engine.problem;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A request that is answered with a problem. Nobody catches it before {@link ProblemMappers}. */
public class PipelineException extends RuntimeException {
  private final ErrorCode code;
  private final transient Map<String, Object> extensions;
  private final transient Map<String, String> headers;

  private PipelineException(ErrorCode code, String message, Map<String, Object> extensions) {
    this(code, message, extensions, Map.of());
  }

  private PipelineException(
      ErrorCode code, String message, Map<String, Object> extensions, Map<String, String> headers) {
    super(message);
    this.code = code;
    this.extensions = extensions;
    this.headers = headers;
  }

  public static PipelineException notFound(String what, String id) {
    return new PipelineException(
        ErrorCode.NOT_FOUND, "There is no %s '%s'.".formatted(what, id), Map.of());
  }

  public static PipelineException malformed(String message) {
    return new PipelineException(ErrorCode.MALFORMED_REQUEST, message, Map.of());
  }

  public static PipelineException foreignOrigin(String message) {
    return new PipelineException(ErrorCode.FOREIGN_ORIGIN, message, Map.of());
  }

  /**
   * @param errors one for each wrong parameter
   * @param accepted the parameters that the pipeline declares
   */
  public static PipelineException parametersRefused(
      String message, List<?> errors, List<?> accepted) {
    return new PipelineException(
        ErrorCode.PARAMETERS_REFUSED, message, Map.of("errors", errors, "accepted", accepted));
  }

  public static PipelineException idempotencyKeyReused(String key) {
    return new PipelineException(
        ErrorCode.IDEMPOTENCY_KEY_REUSED,
        "The key '%s' came before with another body. Take a new key.".formatted(key),
        Map.of());
  }

  /** The pipeline takes one run at a time, and that one has not ended. */
  public static PipelineException runActive(String pipeline, Object run) {
    return new PipelineException(
        ErrorCode.RUN_ACTIVE,
        "Pipeline '%s' takes one run at a time (concurrency: reject), and run %s has not ended."
            .formatted(pipeline, run),
        Map.of("run", run));
  }

  public static PipelineException runEnded(Object run, String state) {
    return new PipelineException(
        ErrorCode.RUN_ENDED, "Run %s has ended already: %s.".formatted(run, state), Map.of());
  }

  public static PipelineException runNotEnded(Object run, String state) {
    return new PipelineException(
        ErrorCode.RUN_NOT_ENDED,
        "Run %s is %s. Wait until it has ended, or cancel it.".formatted(run, state),
        Map.of());
  }

  /** An ended run cannot go on, because the pipeline is busy with another one. */
  public static PipelineException pipelineBusy(String pipeline, Object run) {
    return new PipelineException(
        ErrorCode.RUN_ACTIVE,
        "Run %s of pipeline '%s' is active, and there is one at a time. Try again when it has ended, or cancel it."
            .formatted(run, pipeline),
        Map.of("run", run));
  }

  public static PipelineException nothingToResume(String message) {
    return new PipelineException(ErrorCode.NOTHING_TO_RESUME, message, Map.of());
  }

  public static PipelineException stepNotRetryable(String message) {
    return new PipelineException(ErrorCode.STEP_NOT_RETRYABLE, message, Map.of());
  }

  /**
   * @param size bytes that there are now
   */
  public static PipelineException rangeNotSatisfiable(long size) {
    return new PipelineException(
        ErrorCode.RANGE_NOT_SATISFIABLE,
        "There are %d bytes so far.".formatted(size),
        Map.of("size", size),
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
        ErrorCode.WAITS_FOR_NOBODY,
        "%s does not wait for a person, it is %s".formatted(what, state),
        Map.of());
  }

  /** Another person was faster. */
  public static PipelineException decidedAlready(String what, String decision, Instant at) {
    return new PipelineException(
        ErrorCode.DECIDED_ALREADY,
        "%s was decided at %s: %s".formatted(what, at, decision),
        Map.of("decidedAt", at));
  }

  public ErrorCode code() {
    return code;
  }

  Map<String, Object> extensions() {
    return extensions;
  }

  Map<String, String> headers() {
    return headers;
  }
}
