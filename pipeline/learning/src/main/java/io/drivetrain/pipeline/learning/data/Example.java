package io.drivetrain.pipeline.learning.data;

import io.drivetrain.models.schema.Row;

/**
 * A row to learn from, or to be measured on.
 *
 * @param line where it stands in the file, from 1
 * @param target in the target's unit
 */
public record Example(long line, Row row, double target) {}
