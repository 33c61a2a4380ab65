package io.drivetrain.registry.protocol;

/** Thrown by the constructor of a request record, which knows its field but not where it stands. */
final class InvalidFieldException extends RuntimeException {
  private final String field;
  private final String problem;

  /**
   * @param problem with {@code %s} where the full path of the field goes
   */
  InvalidFieldException(String field, String problem) {
    super(problem.formatted(field), null, false, false);
    this.field = field;
    this.problem = problem;
  }

  RegistryException within(String path) {
    return RegistryException.invalid(
        problem.formatted(path.isEmpty() ? field : path + "." + field));
  }
}
