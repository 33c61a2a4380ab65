package io.drivetrain.embedded.supervision;

import io.drivetrain.embedded.EmbeddedServerException;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A service whose file is a script: it sets its environment and becomes the program. */
final class Application implements Service {
  private final ServiceFile file;
  private final ServiceRecord record;
  private final Path log;

  Application(ServiceFile file, ServiceRecord record, Path log) {
    this.file = file;
    this.record = record;
    this.log = log;
  }

  @Override
  public Running start() {
    ProcessBuilder builder = new ProcessBuilder("bash", file.script().toString());
    builder.directory(file.script().getParent().toFile());
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
    builder.redirectInput(Redirect.from(new File("/dev/null")));
    // The script brings the environment that its application needs, and no more.
    String path = builder.environment().get("PATH");
    builder.environment().clear();
    builder.environment().put("PATH", path);
    try {
      Process process = builder.start();
      return new ApplicationProcess(
          file,
          process.toHandle(),
          process.onExit().thenApply(ended -> EndOfProcess.describe(ended.exitValue())));
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "%s cannot be started: %s".formatted(file.name(), e.getMessage()), e);
    }
  }

  @Override
  public Optional<Running> adopt() {
    ServiceRecord.LeftProcess left = record.left();
    if (!left.lives()) {
      return Optional.empty();
    }
    Optional<Running> running =
        ProcessHandle.of(left.pid())
            .map(process ->
                new ApplicationProcess(file, process, process.onExit().thenApply(_ -> "ended")));
    if (left.isWanted()) {
      return running;
    }
    running.ifPresent(outdated -> outdated.stop(Duration.ofSeconds(90)));
    return Optional.empty();
  }
}
