package io.drivetrain.pipeline.api.step;

import java.time.Instant;
import java.util.Optional;

/**
 * An attempt of a step.
 *
 * @param attempt its place among the attempts of the step, from 1
 * @param outcome how it ended; empty while it runs, and to a reader that is older than the service
 *     and does not know the outcome
 * @param error what went wrong
 * @param owner host and process id of its worker
 * @param logBytes that can be read now
 */
public record Attempt(
    int attempt,
    Optional<AttemptOutcome> outcome,
    Optional<String> error,
    String owner,
    Instant startedAt,
    Optional<Instant> endedAt,
    long logBytes) {}
