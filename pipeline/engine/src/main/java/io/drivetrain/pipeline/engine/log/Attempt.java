package io.drivetrain.pipeline.engine.log;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;

/**
 * A try of a step.
 *
 * @param attempt its place among the tries of the step, from 1
 * @param fence of the claim that it is
 * @param outcome how it ended: SUCCEEDED, REJECTED, FAILED, RETRY, LEASE_LOST, RELEASED, CANCELLED
 *     or TIMED_OUT; empty while it runs
 * @param error what went wrong, for people
 * @param owner host and process id of its worker
 * @param logBytes that can be read now
 * @param isLogComplete nothing more will come
 */
public record Attempt(
    int attempt,
    @JsonIgnore long fence,
    Optional<String> outcome,
    Optional<String> error,
    String owner,
    Instant startedAt,
    Optional<Instant> endedAt,
    long logBytes,
    @JsonIgnore boolean isLogComplete) {}
