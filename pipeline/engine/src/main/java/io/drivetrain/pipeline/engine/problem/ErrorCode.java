package io.drivetrain.pipeline.engine.problem;

import java.util.Locale;

/** What can be wrong with a request. The lower-case name is the {@code code} of the answer. */
public enum ErrorCode {
  MALFORMED_REQUEST(400, "The request cannot be read"),
  PARAMETERS_REFUSED(400, "The parameters are not those of the pipeline"),
  FOREIGN_ORIGIN(403, "The request comes from another site"),
  NOT_FOUND(404, "There is no such thing"),
  METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
  NOT_ACCEPTABLE(406, "The answer is JSON"),
  RUN_ACTIVE(409, "Another run of the pipeline is on its way"),
  RUN_ENDED(409, "The run has ended"),
  RUN_NOT_ENDED(409, "The run has not ended"),
  NOTHING_TO_RESUME(409, "There is nothing to resume"),
  STEP_NOT_RETRYABLE(409, "The step cannot be tried again in place"),
  WAITS_FOR_NOBODY(409, "Nothing waits for that decision"),
  DECIDED_ALREADY(409, "Somebody has decided already"),
  TOO_LARGE(413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json"),
  RANGE_NOT_SATISFIABLE(416, "The range begins behind the end"),
  IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key belongs to another request"),
  DATABASE_UNREACHABLE(503, "The database does not answer"),
  INTERNAL(500, "Something went wrong on our side");

  private final int status;
  private final String title;

  ErrorCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  String title() {
    return title;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
