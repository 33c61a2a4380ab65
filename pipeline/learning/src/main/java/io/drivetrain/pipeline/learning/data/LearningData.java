package io.drivetrain.pipeline.learning.data;

import java.util.List;

/**
 * What is learned from and measured on.
 *
 * @param examples different from each other, in the order of the file
 * @param training those of the training part
 * @param holdOut the others
 */
public record LearningData(
    DataFacts facts, List<Example> examples, List<Example> training, List<Example> holdOut) {}
