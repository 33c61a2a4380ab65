package io.drivetrain.access.guard;

import io.drivetrain.access.problem.Problem;
import io.drivetrain.access.problem.ProblemResponse;
import io.drivetrain.access.problem.RequestProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Stands before every route, whatever serves it: refuses what {@link RequestRules} refuse, and
 * gives every answer its {@link SecurityHeaders}.
 */
@ApplicationScoped
public class RequestGuard {
  private static final int BEFORE_EVERYTHING = 100;

  private static final Problem UNREADABLE =
      Problem.of(
          RequestProblem.MALFORMED_REQUEST, "The address of the request cannot be understood.");

  private final RequestRules rules;
  private final SecurityHeaders headers;
  private final ProblemResponse responses;

  RequestGuard(RequestRules rules, SecurityHeaders headers, ProblemResponse responses) {
    this.rules = rules;
    this.headers = headers;
    this.responses = responses;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_EVERYTHING);
  }

  /** What the router itself refuses, before any route: a request that names no Host, or no path. */
  void registerForUnroutable(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(this::answerUnroutable);
  }

  private void answerUnroutable(RoutingContext context) {
    if (context.statusCode() != 400 || context.response().headWritten()) {
      context.next();
      return;
    }
    headers.addTo(context);
    responses.end(context, rules.problem(context.request()).orElse(UNREADABLE));
  }

  private void check(RoutingContext context) {
    headers.addTo(context);
    var problem = rules.problem(context.request());
    if (problem.isPresent()) {
      responses.end(context, problem.get());
    } else {
      context.next();
    }
  }
}
