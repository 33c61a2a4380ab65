package io.drivetrain.registry.run;

/**
 * A run on the wire.
 *
 * @param outputs null in the answer that creates the run, as in MLflow
 */
public record Run(RunInfo info, RunData data, RunInputs inputs, RunOutputs outputs) {
  static Run created(RunInfo info, RunData data) {
    return new Run(info, data, RunInputs.NONE, null);
  }
}
