package io.drivetrain.access.problem;

/**
 * How a problem leaves an application. By default as a problem document; an application that speaks
 * a foreign protocol has a bean of its own.
 */
public interface ErrorFormat {
  /**
   * @param path of the request, with its leading slash
   */
  ErrorAnswer answer(String path, Problem problem);
}
