package io.drivetrain.webui.experiment;

import io.drivetrain.access.problem.ProblemType;

/** Why a table of runs cannot be written as a file. */
final class RunCsvProblem {
  /** With the status that the registry has answered. */
  static final ProblemType REGISTRY_REFUSED =
      new ProblemType("registry_refused", 502, "The registry refused the request");

  static final ProblemType REGISTRY_UNREACHABLE =
      new ProblemType("registry_unreachable", 502, "The registry does not answer");

  private RunCsvProblem() {}
}
