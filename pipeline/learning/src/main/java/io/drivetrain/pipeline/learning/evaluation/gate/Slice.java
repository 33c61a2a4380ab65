package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.pipeline.learning.data.Example;
import java.util.List;

/**
 * Rows of a hold-out that have something in common.
 *
 * @param name what they have in common: {@code Dacia}, {@code 2012 to 2015}
 * @param isRest the levels past the most frequent ones, together: no group that anybody asked about
 */
public record Slice(String name, List<Example> examples, boolean isRest) {
  public Slice {
    examples = List.copyOf(examples);
  }

  int rows() {
    return examples.size();
  }

  double meanTarget() {
    return examples.stream().mapToDouble(Example::target).average().orElseThrow();
  }
}
