package io.drivetrain.pipeline.engine.step;

/** Receives the progress of a step. */
@FunctionalInterface
public interface Progress {
  /**
   * Cheap, may be called often; the latest report is shown.
   *
   * @param text what it is doing: "tree 120 of 500"
   * @param fraction 0 to 1 of the whole step
   * @throws StepStoppedException when the step is to stop
   */
  void report(String text, double fraction);
}
