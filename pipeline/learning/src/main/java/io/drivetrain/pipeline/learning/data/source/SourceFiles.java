package io.drivetrain.pipeline.learning.data.source;

import io.drivetrain.pipeline.engine.parameter.DataFolder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/** Where the files come from that runs learn from. */
@ApplicationScoped
public class SourceFiles {
  private final DataFolder folder;

  public SourceFiles(DataFolder folder) {
    this.folder = folder;
  }

  /**
   * The bytes of a file.
   *
   * @param name below the data folder
   * @throws UnusableDataException when it is not there
   */
  public InputStream open(String name) throws IOException {
    return Files.newInputStream(
        folder
            .resolve(name)
            .orElseThrow(() ->
                new UnusableDataException(
                    "There is no readable file '" + name + "' in the data folder.")));
  }
}
