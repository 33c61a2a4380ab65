package io.drivetrain.pipeline.api.step;

import java.time.Instant;
import java.util.Optional;

/**
 * What a step asks while it waits for a person.
 *
 * @param message the question
 * @param expiresAt until when; empty when there is no limit
 */
public record StepApproval(String message, Optional<Instant> expiresAt) {}
