package io.drivetrain.access.problem;

import java.util.Locale;

/** A kind of problem. An application has an enum of its own; {@link RequestProblem} is shared. */
public interface ProblemType {
  /** The constant of the enum, in upper case. */
  String name();

  /** The HTTP status. */
  int status();

  /** The kind in words, the same for every occurrence. */
  String title();

  /** Stable, for programs: the name in lower case. */
  default String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
