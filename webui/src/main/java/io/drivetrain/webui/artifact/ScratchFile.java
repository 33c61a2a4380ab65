package io.drivetrain.webui.artifact;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file on disk between the registry and a browser, which is gone once it was sent. */
record ScratchFile(Path path) implements AutoCloseable {

  static ScratchFile make() throws IOException {
    return new ScratchFile(Files.createTempFile("drivetrain-artifact-", ".tmp"));
  }

  StreamingOutput content() {
    return output -> {
      try {
        Files.copy(path, output);
      } finally {
        close();
      }
    };
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
