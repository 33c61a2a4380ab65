package io.drivetrain.registry.trash;

import java.time.Instant;

/**
 * Something deleted that can be restored. What does not apply is absent.
 *
 * @param id of the run or the experiment; {@code name/version} of a version
 * @param name of the run, the experiment or the model
 * @param experimentId of a run or an experiment
 */
public record TrashItem(
    TrashKind kind,
    Instant deletedAt,
    String id,
    String name,
    String experimentId,
    String model,
    Integer version) {}
