package io.drivetrain.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A running child process with its log file. */
final class ServerProcess {
  private static final int LAST_LINES = 8;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final String name;
  private final Process process;
  private final Path log;

  private ServerProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /** Starts a server whose output is appended to the log. */
  static ServerProcess start(String name, Path log, List<String> command) {
    try {
      return new ServerProcess(name, spawn(log, command), log);
    } catch (IOException e) {
      throw new EmbeddedServerException("Cannot start " + name + ": " + e.getMessage(), e);
    }
  }

  /** Runs a command to its end. */
  static void run(String name, Path log, List<String> command) {
    ServerProcess started = start(name, log, command);
    int exitCode = started.onExit().join();
    if (exitCode != 0) {
      throw started.failure("ended with exit code " + exitCode);
    }
  }

  CompletableFuture<Integer> onExit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  long pid() {
    return process.pid();
  }

  /**
   * Returns once the server answers, however long it takes; one that ends is an error that shows
   * its last words.
   */
  void awaitAnswer(BooleanSupplier answers) {
    while (!answers.getAsBoolean()) {
      if (endsWithin(BETWEEN_LOOKS)) {
        throw failure("ended with exit code " + process.exitValue());
      }
    }
  }

  /** Asks the process to end, and ends it the hard way when it has not done so in time. */
  void stop(Duration patience) {
    process.destroy();
    if (!endsWithin(patience)) {
      process.destroyForcibly().onExit().join();
    }
  }

  private boolean endsWithin(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw failure("was stopped while it started");
    }
  }

  private EmbeddedServerException failure(String what) {
    return new EmbeddedServerException(
        "%s %s; the end of %s:%n%s".formatted(name, what, log, lastWords()));
  }

  private String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException e) {
      return "(" + e + ")";
    }
  }

  private static Process spawn(Path log, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
    builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
    // Error messages in one language, whatever the user's locale.
    builder.environment().put("LC_ALL", "C");
    return builder.start();
  }
}
