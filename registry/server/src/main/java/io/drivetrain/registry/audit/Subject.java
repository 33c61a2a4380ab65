package io.drivetrain.registry.audit;

/** What a change is about. */
public sealed interface Subject {

  record OfModel(String model) implements Subject {}

  record OfVersion(String model, int version) implements Subject {}

  /** A run, with the experiment that it is in. */
  record OfRun(String runId, long experiment) implements Subject {}

  record OfExperiment(long experiment) implements Subject {}

  /**
   * A path in the artifact store.
   *
   * @param run that the path is below; null for none
   * @param experiment of that run; null for none
   */
  record OfArtifact(String path, String run, Long experiment) implements Subject {}
}
