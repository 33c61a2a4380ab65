package io.drivetrain.pipeline.learning.data;

import io.drivetrain.models.metric.TrainingRange;
import java.util.List;

/**
 * What is learned from and measured on.
 *
 * @param examples different from each other, in the order of the file: those of the three parts
 * @param training what is learned from
 * @param outliers of the training part: not learned from, but as likely in new data as in this
 * @param holdOut all rows that were kept from training, outliers among them
 */
public record LearningData(
    DataFacts facts,
    List<Example> examples,
    List<Example> training,
    List<Example> outliers,
    List<Example> holdOut) {

  /** The targets that are learned from lie in it. */
  public TrainingRange trainingRange() {
    return TrainingRange.of(training.stream().mapToDouble(Example::target).toArray());
  }
}
