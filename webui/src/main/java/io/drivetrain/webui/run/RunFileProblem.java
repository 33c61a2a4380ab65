package io.drivetrain.webui.run;

import io.drivetrain.access.problem.ProblemType;

/** Why a file of a run cannot be passed on. */
final class RunFileProblem {
  /** With the status that the pipeline service has answered. */
  static final ProblemType PIPELINE_REFUSED =
      new ProblemType("pipeline_refused", 502, "The pipeline service refused the request");

  static final ProblemType PIPELINE_UNREACHABLE =
      new ProblemType("pipeline_unreachable", 502, "The pipeline service does not answer");

  private RunFileProblem() {}
}
