package io.drivetrain.pipeline.learning.data;

import io.drivetrain.pipeline.learning.data.source.DataTable;

/**
 * The data of a run, from the file to the two parts.
 *
 * @param splitSeed that the parts were made with
 */
public record LearningData(DataTable table, Preparation preparation, Split split, long splitSeed) {}
