package io.drivetrain.access.problem;

/**
 * A kind of problem. An application has a catalogue of its own; {@link RequestProblem} is shared.
 *
 * @param code stable, for programs, such as {@code not_found}
 * @param status of the answer over HTTP
 * @param title the kind in words, the same for every occurrence
 */
public record ProblemType(String code, int status, String title) {}
