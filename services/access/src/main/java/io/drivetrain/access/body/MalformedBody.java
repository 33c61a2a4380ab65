package io.drivetrain.access.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.drivetrain.access.problem.Problem;
import io.drivetrain.access.problem.ProblemException;
import io.drivetrain.access.problem.RequestProblem;
import java.util.regex.Pattern;

/** Why a body is not JSON, and where. */
public final class MalformedBody {
  /** The parser adds the number of a character that it names. */
  private static final Pattern CHARACTER_CODE = Pattern.compile("\\((.*) \\(code \\d+.*?\\)\\)");

  private MalformedBody() {}

  static ProblemException notAnObject() {
    return because("The body must be a JSON object.");
  }

  static ProblemException notReadable() {
    return because("The body is not text in UTF-8.");
  }

  static ProblemException notJson(JsonProcessingException broken) {
    var at = broken.getLocation();
    var begin =
        at == null
            ? "This"
            : "Line %d, column %d: this".formatted(at.getLineNr(), at.getColumnNr());
    return because(begin + " is not JSON: " + reason(broken) + ".");
  }

  /** Without what the parser adds for its own programmer. */
  public static String reason(JsonProcessingException broken) {
    if (broken instanceof StreamConstraintsException) {
      return "it is nested too deeply, or has a number or a text that is too long";
    }
    if (broken instanceof MismatchedInputException) {
      return "nothing may follow the first value";
    }
    var message = broken.getOriginalMessage().lines().findFirst().orElse("").split(": ", 2)[0];
    return CHARACTER_CODE.matcher(message).replaceAll("$1");
  }

  private static ProblemException because(String detail) {
    return new ProblemException(Problem.of(RequestProblem.MALFORMED_REQUEST, detail));
  }
}
