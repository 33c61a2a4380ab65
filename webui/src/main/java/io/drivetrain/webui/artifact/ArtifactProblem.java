package io.drivetrain.webui.artifact;

import io.drivetrain.access.problem.ProblemType;

/** Why a file of a tracking run or a model cannot be passed on. */
public final class ArtifactProblem {
  /** 404 when there is no such run or file. */
  static final ProblemType REGISTRY_REFUSED =
      new ProblemType("registry_refused", 502, "The registry refused the request");

  public static final ProblemType REGISTRY_UNREACHABLE =
      new ProblemType("registry_unreachable", 502, "The registry does not answer");

  static final ProblemType WRONG_PATH =
      new ProblemType("wrong_path", 400, "The path of the file is wrong");

  private ArtifactProblem() {}
}
