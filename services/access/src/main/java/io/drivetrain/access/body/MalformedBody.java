package io.drivetrain.access.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.drivetrain.access.problem.Problem;
import io.drivetrain.access.problem.ProblemException;
import io.drivetrain.access.problem.RequestProblem;

/** Why a body is not JSON, and where. */
final class MalformedBody {
  private MalformedBody() {}

  static ProblemException notAnObject() {
    return because("The body must be a JSON object.");
  }

  static ProblemException notReadable() {
    return because("The body is not text in UTF-8.");
  }

  static ProblemException notJson(JsonProcessingException broken) {
    var at = broken.getLocation();
    var place =
        at == null ? "" : "line %d, column %d: ".formatted(at.getLineNr(), at.getColumnNr());
    return because("The body is not JSON: " + place + JsonFault.reason(broken) + ".");
  }

  private static ProblemException because(String detail) {
    return new ProblemException(Problem.of(RequestProblem.MALFORMED_REQUEST, detail));
  }
}
