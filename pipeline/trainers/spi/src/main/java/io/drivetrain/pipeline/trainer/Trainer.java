package io.drivetrain.pipeline.trainer;

import io.drivetrain.models.prediction.Task;
import java.util.Set;

/**
 * A learning algorithm of some library. Found by {@link java.util.ServiceLoader}: the module of a
 * trainer names it in {@code META-INF/services}, and definitions, training, evaluation and reports
 * then know it. Safe for any number of threads.
 *
 * @param <P> its parameters: a record of {@code int}, {@code long}, {@code double} and {@code
 *     boolean} components. A definition and a run name them in snake case ({@code maxDepth} is
 *     {@code max_depth}). The constructor refuses a value that is out of range with an {@link
 *     IllegalArgumentException} whose message begins with that name.
 */
public interface Trainer<P extends Record> {

  /** As definitions and reports write it: {@code gradient_boosting}. */
  String name();

  /** What it can learn to do. */
  default Set<Task> tasks() {
    return Set.of(Task.REGRESSION);
  }

  /** Whether its scores keep the {@link InputTraits#direction} of an input. */
  default boolean keepsDirections() {
    return false;
  }

  /** The parameters where neither definition nor run say otherwise. */
  P defaults();

  /**
   * The parameters for a model that predicts the absolute error of a row, which is known far less
   * well than the target itself.
   *
   * @param size how large the definition lets it be, in rounds; a trainer without rounds ignores it
   */
  P forErrors(int size);

  /** How many times a fit tells the monitor of a round; for progress. */
  int rounds(P parameters);

  /** What a round makes, for people: {@code tree}. */
  default String round() {
    return "round";
  }

  /**
   * Learns, on the calling thread alone.
   *
   * @param seed the same rows, parameters and seed give the same estimator, bit for bit
   * @param monitor told of each round, and throws when the training is to stop
   * @return an estimator that scores every row as the library's own model does, bit for bit: for
   *     classes one score each, or for two of them that of the second against the first alone
   * @throws IllegalArgumentException when nothing can be learned from the rows, saying why
   */
  Fitted fit(TrainingSet rows, P parameters, long seed, TrainingMonitor monitor);
}
