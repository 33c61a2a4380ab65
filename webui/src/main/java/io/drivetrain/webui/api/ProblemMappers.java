package io.drivetrain.webui.api;

import io.quarkus.logging.Log;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failed API call answers a problem; an unexpected one is logged once, under its id. */
class ProblemMappers {

  @ServerExceptionMapper
  Response expected(ApiException exception) {
    return exception.problem().asResponse();
  }

  /** What the REST layer refuses by itself: a wrong method, a content type that is not JSON. */
  @ServerExceptionMapper
  Response refused(WebApplicationException exception) {
    Response response = exception.getResponse();
    Problem problem = Problem.of(response.getStatusInfo(), detail(response.getStatus()));
    return Response.fromResponse(response)
        .type(MediaType.valueOf(Problem.MEDIA_TYPE))
        .entity(problem)
        .build();
  }

  @ServerExceptionMapper
  Response unexpected(Exception exception) {
    String id = UUID.randomUUID().toString();
    Log.errorf(exception, "Incident %s: an API call failed", id);
    Response.Status status = Response.Status.INTERNAL_SERVER_ERROR;
    return new Problem(
            status.getReasonPhrase(),
            status.getStatusCode(),
            "Something went wrong here; the log has it under this id.",
            id,
            List.of())
        .asResponse();
  }

  private static String detail(int status) {
    return switch (status) {
      case 405 -> "This path does not take that method; /docs lists what there is.";
      case 406 -> "The answer is application/json.";
      case 415 -> "Send the body as application/json.";
      default -> "The request was refused.";
    };
  }
}
