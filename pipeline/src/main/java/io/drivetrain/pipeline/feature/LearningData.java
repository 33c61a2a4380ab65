package io.drivetrain.pipeline.feature;

import io.drivetrain.pipeline.ingest.DataTable;

/**
 * The data of a run, from the file to the two parts.
 *
 * @param splitSeed that the parts were made with
 */
public record LearningData(DataTable table, Preparation preparation, Split split, long splitSeed) {}
