package io.drivetrain.webui.run;

import io.drivetrain.access.problem.ProblemType;

/** Why a file of a run cannot be passed on. */
enum RunFileProblem implements ProblemType {
  /** With the status that the pipeline service has answered. */
  PIPELINE_REFUSED("The pipeline service refused the request"),
  PIPELINE_UNREACHABLE("The pipeline service does not answer");

  private final String title;

  RunFileProblem(String title) {
    this.title = title;
  }

  @Override
  public int status() {
    return 502;
  }

  @Override
  public String title() {
    return title;
  }
}
