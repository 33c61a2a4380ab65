package io.drivetrain.pipeline.api.step;

import java.time.Instant;
import java.util.Optional;

/**
 * An attempt of a step.
 *
 * @param attempt its place among the attempts of the step, from 1
 * @param outcome how it ended: SUCCEEDED, REJECTED, FAILED, RETRY, LEASE_LOST, RELEASED, CANCELLED
 *     or TIMED_OUT; empty while it runs
 * @param error what went wrong
 * @param owner host and process id of its worker
 * @param logBytes that can be read now
 */
public record Attempt(
    int attempt,
    Optional<String> outcome,
    Optional<String> error,
    String owner,
    Instant startedAt,
    Optional<Instant> endedAt,
    long logBytes) {}
