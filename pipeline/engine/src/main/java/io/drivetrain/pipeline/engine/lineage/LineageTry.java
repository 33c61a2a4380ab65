package io.drivetrain.pipeline.engine.lineage;

import java.util.Optional;

/**
 * A try of a step.
 *
 * @param outcome empty while it runs; {@code RETRY} when it failed and was tried again
 */
record LineageTry(String step, long fence, Optional<String> outcome, Optional<String> error) {}
