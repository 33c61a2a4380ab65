package io.drivetrain.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A packaged Quarkus application in a process of its own. */
public final class JavaProcess {
  private static final int LAST_LINES = 20;

  private final Process process;
  private final Path log;

  private JavaProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Does not wait until the application is ready.
   *
   * @param app folder with {@code quarkus-run.jar}
   * @param options of its JVM, beside those of production
   * @param environment beside the one of this process
   * @param log what it prints, overwritten
   */
  public static JavaProcess start(
      Path app, List<String> options, Map<String, String> environment, Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseCompactObjectHeaders");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(options);
    command.addAll(List.of("-jar", app.resolve("quarkus-run.jar").toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(log.getParent().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    return new JavaProcess(builder.start(), log);
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Resident memory in MB; 0 when the process has ended. */
  public long residentMegabytes() throws IOException {
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid())).start();
    String kilobytes =
        new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    return kilobytes.isEmpty() ? 0 : Long.parseLong(kilobytes) / 1024;
  }

  /** The last lines of its log, for an error message. */
  public String endOfLog() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }

  /** Sends a signal for which Java has no method, such as STOP and CONT. */
  public void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
  }

  /** SIGTERM: asks the process to end in good order. */
  public void terminate() {
    process.destroy();
  }

  /** Returns whether it ended by itself within this time; otherwise it was killed. */
  public boolean awaitEnd(Duration patience) throws InterruptedException {
    boolean isEnded = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (!isEnded) {
      kill();
    }
    return isEnded;
  }

  /** SIGKILL. Returns when the process is gone. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
