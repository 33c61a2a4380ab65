package io.drivetrain.pipeline.engine.log;

import io.drivetrain.pipeline.api.step.Attempt;

/**
 * An attempt as it stands in the database.
 *
 * @param fence of the claim that it is
 * @param isLogComplete nothing more will come
 */
record StoredAttempt(Attempt attempt, long fence, boolean isLogComplete) {}
