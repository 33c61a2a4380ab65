package io.drivetrain.pipeline.learning.promotion;

import java.util.List;

/** What a serving endpoint says to some rows. */
sealed interface ServedAnswer {

  /**
   * It predicts.
   *
   * @param model name of the registered model that answered
   * @param version of it
   * @param values of the rows, as many for each: the number, or the probabilities in their order
   */
  record Predicted(String model, String version, List<Double> values) implements ServedAnswer {
    public Predicted {
      values = List.copyOf(values);
    }
  }

  /**
   * It answers, and does not predict.
   *
   * @param what for people: the status and what it says
   */
  record Refused(String what) implements ServedAnswer {}

  /** It does not answer. */
  record Unreachable(String why) implements ServedAnswer {}
}
