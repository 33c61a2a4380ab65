package io.drivetrain.registry.protocol;

import io.drivetrain.access.problem.Problem;
import io.drivetrain.access.problem.ProblemException;

/** Thrown by the constructor of a request record, which knows its field but not where it stands. */
final class InvalidFieldException extends ProblemException {
  private final String field;
  private final String sentence;

  /**
   * @param sentence with {@code %s} where the full path of the field goes
   */
  InvalidFieldException(String field, String sentence) {
    super(Problem.of(ErrorCode.INVALID_PARAMETER_VALUE.type(), sentence.formatted(field)));
    this.field = field;
    this.sentence = sentence;
  }

  RegistryException within(String path) {
    return RegistryException.invalid(
        sentence.formatted(path.isEmpty() ? field : path + "." + field));
  }
}
