package io.drivetrain.pipeline.engine.problem;

import io.drivetrain.database.DatabaseException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error of this service as a problem. */
class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  Response ours(PipelineException refused) {
    Response response =
        Problem.response(refused.code(), refused.getMessage(), refused.extensions());
    refused.headers().forEach((name, value) -> response.getHeaders().add(name, value));
    return response;
  }

  @ServerExceptionMapper
  Response database(DatabaseException error) {
    if (!error.isUnreachable()) {
      return unexpected(error);
    }
    LOG.warnf("A request was not answered: %s", error.getMessage());
    return Problem.response(
        ErrorCode.DATABASE_UNREACHABLE, "Try again in a few seconds; running steps go on.");
  }

  @ServerExceptionMapper
  Response http(WebApplicationException refused) {
    return switch (refused.getResponse().getStatus()) {
      case 404 -> Problem.response(ErrorCode.NOT_FOUND, "Nothing is served at this path.");
      case 405 -> Problem.response(ErrorCode.METHOD_NOT_ALLOWED, "See /docs for what is.");
      case 406 -> Problem.response(ErrorCode.NOT_ACCEPTABLE, "Accept application/json.");
      case 413 -> Problem.response(ErrorCode.TOO_LARGE, "At most 256 KiB.");
      case 415 ->
          Problem.response(
              ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send Content-Type: application/json.");
      case 400 -> Problem.response(ErrorCode.MALFORMED_REQUEST, "See /docs for what is expected.");
      default -> unexpected(refused);
    };
  }

  @ServerExceptionMapper
  Response unexpected(Throwable error) {
    UUID incident = UUID.randomUUID();
    LOG.errorf(error, "Incident %s", incident);
    return Problem.response(
        ErrorCode.INTERNAL, "It is written down in the log as incident %s.".formatted(incident));
  }
}
