package io.drivetrain.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A Python with numpy, pandas and PyYAML: the one that {@code MLFLOW_PYTHON} names, which may have
 * MLflow too, else this machine's.
 */
final class Python {
  private static final String PROGRAM =
      Objects.requireNonNullElse(System.getenv("MLFLOW_PYTHON"), "/usr/bin/python3");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private Python() {}

  /** Whether it can import all of these. */
  static boolean has(String modules) throws IOException, InterruptedException {
    return Files.isExecutable(Path.of(PROGRAM))
        && builder(List.of("-c", "import " + modules)).start().waitFor() == 0;
  }

  /**
   * Runs a script of the resources.
   *
   * @param in its standard input
   * @return its standard output
   */
  static JsonNode run(Path folder, String script, JsonNode in, String... arguments)
      throws IOException, InterruptedException {
    Path file = folder.resolve(script);
    try (var content = Python.class.getResourceAsStream("/" + script)) {
      Files.write(file, content.readAllBytes());
    }
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(List.of(arguments));
    Process process = builder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(Stack.JSON.writeValueAsBytes(in));
    }
    JsonNode answer = Stack.JSON.readTree(process.getInputStream());
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new AssertionError(script + " failed");
    }
    return answer;
  }

  private static ProcessBuilder builder(List<String> arguments) {
    ProcessBuilder builder = new ProcessBuilder(PROGRAM);
    builder.command().addAll(arguments);
    builder
        .environment()
        .putAll(Map.of("PYTHONDONTWRITEBYTECODE", "1", "MLFLOW_DISABLE_TELEMETRY", "true"));
    builder.environment().remove("PYTHONPATH");
    return builder;
  }
}
