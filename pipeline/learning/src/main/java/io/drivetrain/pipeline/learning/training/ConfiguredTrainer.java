package io.drivetrain.pipeline.learning.training;

import io.drivetrain.pipeline.engine.parameter.RunParameters;
import io.drivetrain.pipeline.trainer.Fitted;
import io.drivetrain.pipeline.trainer.Trainer;
import io.drivetrain.pipeline.trainer.TrainingMonitor;
import io.drivetrain.pipeline.trainer.TrainingSet;
import java.util.Map;

/** A trainer with its parameters. */
record ConfiguredTrainer<P extends Record>(Trainer<P> trainer, P parameters) {

  /**
   * With the parameters of a run over the trainer's defaults.
   *
   * @throws IllegalArgumentException naming the parameter that is out of its range
   */
  static ConfiguredTrainer<?> of(Algorithm algorithm, RunParameters run) {
    return of(algorithm.trainer(), run);
  }

  static ConfiguredTrainer<?> withDefaults(Algorithm algorithm) {
    return of(algorithm, new RunParameters(Map.of()));
  }

  /**
   * For the model that expects the error of a row.
   *
   * @param size in rounds
   */
  static ConfiguredTrainer<?> forErrors(Algorithm algorithm, int size) {
    return forErrors(algorithm.trainer(), size);
  }

  Fitted fit(TrainingSet rows, long seed, TrainingMonitor monitor) {
    return trainer.fit(rows, parameters, seed, monitor);
  }

  int rounds() {
    return trainer.rounds(parameters);
  }

  /** The parameters by their names in definitions. */
  Map<String, String> byName() {
    return TrainerParameters.byName(parameters);
  }

  private static <P extends Record> ConfiguredTrainer<P> of(Trainer<P> trainer, RunParameters run) {
    return new ConfiguredTrainer<>(trainer, TrainerParameters.of(run, trainer.defaults()));
  }

  private static <P extends Record> ConfiguredTrainer<P> forErrors(Trainer<P> trainer, int size) {
    return new ConfiguredTrainer<>(trainer, trainer.forErrors(size));
  }
}
