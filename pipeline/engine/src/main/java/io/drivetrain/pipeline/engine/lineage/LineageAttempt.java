package io.drivetrain.pipeline.engine.lineage;

import java.util.Optional;

/**
 * An attempt at a step.
 *
 * @param outcome empty while it runs; {@code RETRY} when it failed and was retried
 */
record LineageAttempt(String step, long fence, Optional<String> outcome, Optional<String> error) {}
