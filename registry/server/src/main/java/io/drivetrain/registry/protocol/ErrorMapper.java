package io.drivetrain.registry.protocol;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error leaves as MLflow's JSON; an unexpected one is logged with the id that it carries. */
public class ErrorMapper {
  private static final Logger LOG = Logger.getLogger(ErrorMapper.class);

  @ServerExceptionMapper
  public Response known(RegistryException problem) {
    return respond(problem.code().httpStatus(), problem.code(), problem.getMessage());
  }

  @ServerExceptionMapper
  public Response field(InvalidFieldException problem) {
    return known(problem.within(""));
  }

  @ServerExceptionMapper
  public Response http(WebApplicationException problem, UriInfo uri) {
    int status = problem.getResponse().getStatus();
    return switch (status) {
      case 404 ->
          respond(404, ErrorCode.ENDPOINT_NOT_FOUND, "No endpoint at '" + uri.getPath() + "'.");
      case 405 ->
          respond(
              405,
              ErrorCode.ENDPOINT_NOT_FOUND,
              "The endpoint '" + uri.getPath() + "' does not know this HTTP method.");
      case 413 ->
          respond(413, ErrorCode.BAD_REQUEST, "The body is larger than this server accepts.");
      default ->
          status < 500
              ? respond(status, ErrorCode.BAD_REQUEST, "The request cannot be understood.")
              : unexpected(problem);
    };
  }

  @ServerExceptionMapper
  public Response unexpected(Throwable problem) {
    var id = UUID.randomUUID();
    LOG.errorf(problem, "Unexpected error %s", id);
    return respond(
        500,
        ErrorCode.INTERNAL_ERROR,
        "An unexpected error occurred. The server's log has it under the id " + id + ".");
  }

  private static Response respond(int status, ErrorCode code, String message) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(new ErrorBody(code.name(), message))
        .build();
  }
}
