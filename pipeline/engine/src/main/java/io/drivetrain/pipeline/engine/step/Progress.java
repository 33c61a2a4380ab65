package io.drivetrain.pipeline.engine.step;

/** Where a step tells how far it is. */
@FunctionalInterface
public interface Progress {
  /**
   * Cheap, may be called often; the latest report is what people see.
   *
   * @param text what it is doing: "tree 120 of 500"
   * @param fraction 0 to 1 of the whole step
   * @throws StepStoppedException when the step is to stop
   */
  void report(String text, double fraction);
}
