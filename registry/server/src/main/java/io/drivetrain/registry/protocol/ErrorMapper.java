package io.drivetrain.registry.protocol;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Every error leaves in the form of the API that was called; an unexpected one is logged with the
 * id that it carries.
 */
public class ErrorMapper {
  private static final Logger LOG = Logger.getLogger(ErrorMapper.class);

  @ServerExceptionMapper
  public Response known(RegistryException problem, UriInfo uri) {
    return respond(uri, problem.code().httpStatus(), problem.code(), problem.getMessage());
  }

  @ServerExceptionMapper
  public Response field(InvalidFieldException problem, UriInfo uri) {
    return known(problem.within(""), uri);
  }

  @ServerExceptionMapper
  public Response http(WebApplicationException problem, UriInfo uri) {
    int status = problem.getResponse().getStatus();
    return switch (status) {
      case 404 ->
          respond(
              uri, 404, ErrorCode.ENDPOINT_NOT_FOUND, "No endpoint at '" + uri.getPath() + "'.");
      case 405 ->
          respond(
              uri,
              405,
              ErrorCode.ENDPOINT_NOT_FOUND,
              "The endpoint '" + uri.getPath() + "' does not know this HTTP method.");
      case 413 ->
          respond(uri, 413, ErrorCode.BAD_REQUEST, "The body is larger than this server accepts.");
      default ->
          status < 500
              ? respond(uri, status, ErrorCode.BAD_REQUEST, "The request cannot be understood.")
              : unexpected(problem, uri);
    };
  }

  @ServerExceptionMapper
  public Response unexpected(Throwable problem, UriInfo uri) {
    var id = UUID.randomUUID();
    LOG.errorf(problem, "Unexpected error %s", id);
    return respond(
        uri,
        500,
        ErrorCode.INTERNAL_ERROR,
        "An unexpected error occurred. The server's log has it under the id " + id + ".");
  }

  private static Response respond(UriInfo uri, int status, ErrorCode code, String message) {
    var answer = ErrorAnswer.of(uri.getPath(), status, code, message);
    return Response.status(answer.status()).type(answer.mediaType()).entity(answer.body()).build();
  }
}
