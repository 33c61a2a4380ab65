package io.drivetrain.bench;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that every benchmark has. */
public final class BenchFolders {
  @Option(
      names = "--app",
      required = true,
      description = "the packaged server: a folder with quarkus-run.jar")
  private Path app;

  @Option(
      names = "--state",
      required = true,
      description = "where the servers keep their data and logs")
  private Path state;

  public Path app() {
    return app.toAbsolutePath();
  }

  public Path state() {
    return state.toAbsolutePath();
  }
}
