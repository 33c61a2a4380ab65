package io.drivetrain.embedded.supervision;

import io.drivetrain.embedded.EmbeddedServerException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Held by the one supervisor that works on a state folder. The system frees it when the process
 * ends, however it ends.
 */
final class StateLock implements AutoCloseable {
  private final FileChannel channel;

  private StateLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws EmbeddedServerException if another supervisor works on this folder
   */
  static StateLock take(Path state) {
    try {
      Files.createDirectories(state);
      Path file = state.resolve("launcher.lock");
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new EmbeddedServerException(
            "Another supervisor works on %s: stop it with scripts/stop-stack.sh, or set DRIVETRAIN_HOME to another folder."
                .formatted(state));
      }
      return new StateLock(channel);
    } catch (IOException e) {
      throw new EmbeddedServerException("Cannot lock " + state + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
