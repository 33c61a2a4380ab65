package io.drivetrain.pipeline.engine.problem;

import io.drivetrain.access.problem.Incident;
import io.drivetrain.access.problem.Problem;
import io.drivetrain.database.DatabaseException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells a database that is away, which passes, from a statement that it refuses. */
class DatabaseErrorMapper {
  private static final Logger LOG = Logger.getLogger(DatabaseErrorMapper.class);

  @ServerExceptionMapper
  Response database(DatabaseException error) {
    Problem problem = problem(error);
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build();
  }

  private static Problem problem(DatabaseException error) {
    if (!error.isUnreachable()) {
      return Incident.problem(Incident.log("a statement was refused", error));
    }
    LOG.warnf("A request was not answered: %s", error.getMessage());
    return Problem.of(
        PipelineProblem.DATABASE_UNREACHABLE,
        "Try again in a few seconds; running steps are not affected.");
  }
}
