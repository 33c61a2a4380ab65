package io.drivetrain.access.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every exception as a problem, in words that name no class, library or path of this server. */
public class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  /** A database that was restarted is back by then. */
  private static final int RETRY_SECONDS = 5;

  private final ErrorFormat format;
  private final StatusWords words;

  ProblemMappers(ErrorFormat format, StatusWords words) {
    this.format = format;
    this.words = words;
  }

  @ServerExceptionMapper
  Response refused(ProblemException refused, ContainerRequestContext request) {
    Response response = respond(request, refused.problem());
    refused.headers().forEach((name, value) -> response.getHeaders().add(name, value));
    return response;
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException invalid, ContainerRequestContext request) {
    var errors = Violations.ofRequest(invalid);
    return errors.isEmpty()
        ? unexpected(invalid, request)
        : respond(request, Problem.of(RequestProblem.MALFORMED_REQUEST, errors));
  }

  /** What the REST layer refuses by itself, such as a wrong method. */
  @ServerExceptionMapper
  Response http(WebApplicationException refused, ContainerRequestContext request) {
    Response response = refused.getResponse();
    int status = response.getStatus();
    if (status < 400) {
      return response;
    }
    if (status >= 500) {
      return unexpected(refused, request);
    }
    Response answer = respond(request, words.problem(status, path(request)));
    response
        .getHeaders()
        .forEach((name, values) -> {
          if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
            answer.getHeaders().put(name, values);
          }
        });
    return answer;
  }

  /** Bodies of requests are read by this module: JSON that does not fit is the server's own. */
  @ServerExceptionMapper
  Response json(MismatchedInputException error, ContainerRequestContext request) {
    return unexpected(error, request);
  }

  @ServerExceptionMapper
  Response unexpected(Throwable error, ContainerRequestContext request) {
    if (Outage.isCauseOf(error)) {
      return away(error, request);
    }
    String id = Incident.log(request.getMethod() + " " + path(request), error);
    return respond(request, Incident.problem(id));
  }

  private Response away(Throwable error, ContainerRequestContext request) {
    LOG.warnf("%s %s was not answered: %s", request.getMethod(), path(request), error.getMessage());
    Response answer =
        respond(
            request,
            Problem.of(
                RequestProblem.DATABASE_UNREACHABLE,
                "The database does not answer. Try again in a few seconds."));
    answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    return answer;
  }

  private Response respond(ContainerRequestContext request, Problem problem) {
    var answer = format.answer(path(request), problem);
    return Response.status(answer.status()).type(answer.mediaType()).entity(answer.body()).build();
  }

  private static String path(ContainerRequestContext request) {
    return request.getUriInfo().getPath();
  }
}
