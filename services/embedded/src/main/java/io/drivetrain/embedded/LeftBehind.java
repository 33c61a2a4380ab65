package io.drivetrain.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the server that a launcher left running when it was killed with -9. The pid in a file
 * proves nothing, after a reboot it may be anybody's: the command line of the process has to name
 * the server's own folder too.
 */
final class LeftBehind {
  private LeftBehind() {}

  /**
   * @param pidFile its first line is the pid; may be absent
   * @param folder absolute; an argument of every server that was started from it
   */
  static Optional<ProcessHandle> find(Path pidFile, Path folder) {
    return pid(pidFile).flatMap(ProcessHandle::of).filter(process -> names(process, folder));
  }

  private static Optional<Long> pid(Path pidFile) {
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(pidFile)) {
      return lines
          .findFirst()
          .map(String::strip)
          .filter(line -> line.matches("\\d{1,18}"))
          .map(Long::valueOf);
    } catch (IOException e) {
      throw new EmbeddedServerException("Cannot read " + pidFile + ": " + e.getMessage(), e);
    }
  }

  private static boolean names(ProcessHandle process, Path folder) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains(folder.toString() + "/"))
        .isPresent();
  }
}
