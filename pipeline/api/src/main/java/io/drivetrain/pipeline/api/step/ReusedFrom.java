package io.drivetrain.pipeline.api.step;

import java.util.UUID;

/**
 * The run that did the work of a step which was not run again, also over several resumes.
 *
 * @param attempt the attempt in it that succeeded
 */
public record ReusedFrom(UUID runId, int attempt) {}
