package io.drivetrain.registry.protocol;

/** The scheme of the files that this server keeps. */
public final class ArtifactUri {
  public static final String SCHEME = "mlflow-artifacts:";

  private ArtifactUri() {}
}
