package io.drivetrain.access.problem;

import java.util.UUID;
import org.jboss.logging.Logger;

/** Logs an unexpected error once, under an id that is all a client gets to know of it. */
public final class Incident {
  private static final Logger LOG = Logger.getLogger(Incident.class);

  private Incident() {}

  /**
   * @param activity what failed, such as {@code GET /api/v1/runs}
   * @return the id under which the error stands in the log, a random UUID
   */
  public static String log(String activity, Throwable error) {
    String id = UUID.randomUUID().toString();
    LOG.errorf(error, "Incident %s: %s", id, activity);
    return id;
  }

  /** The problem that the client sees of it. */
  public static Problem problem(String id) {
    return Problem.of(RequestProblem.INTERNAL, text(id)).withIncident(id);
  }

  /** What people see of it, a sentence or two. */
  public static String text(String id) {
    return "An unexpected error occurred. The server's log has it under the id " + id + ".";
  }
}
