package io.drivetrain.access.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers a request with a problem where no resource has seen it. */
@ApplicationScoped
public class ProblemResponse {
  private final ErrorFormat format;
  private final ObjectMapper mapper;

  ProblemResponse(ErrorFormat format, ObjectMapper mapper) {
    this.format = format;
    this.mapper = mapper;
  }

  /** Ends the response of the request. */
  public void end(RoutingContext context, Problem problem) {
    var answer = format.answer(context.request().path(), problem);
    try {
      context
          .response()
          .setStatusCode(answer.status())
          .putHeader("Content-Type", answer.mediaType())
          .end(mapper.writeValueAsString(answer.body()));
    } catch (JsonProcessingException e) {
      context.fail(e);
    }
  }
}
