package io.drivetrain.pipeline.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Python of this machine with what MLflow brings along: numpy, pandas, PyYAML. */
final class Python {

  private static final String PROGRAM = "/usr/bin/python3";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Python() {}

  static boolean isThere() {
    try {
      return Files.isExecutable(Path.of(PROGRAM))
          && start("-c", "import numpy, pandas, yaml").waitFor() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What {@code load_as_mlflow.py} answers. */
  static JsonNode predict(Path model, List<? extends Map<String, ?>> rows, Path folder)
      throws IOException, InterruptedException {
    Path script = folder.resolve("load_as_mlflow.py");
    try (var in = Python.class.getResourceAsStream("load_as_mlflow.py")) {
      Files.write(script, in.readAllBytes());
    }
    Process process = start(script.toString(), model.toString());
    try (OutputStream out = process.getOutputStream()) {
      out.write(JSON.writeValueAsBytes(rows));
    }
    JsonNode answer = JSON.readTree(process.getInputStream());
    if (process.waitFor() != 0) {
      throw new AssertionError("Python ended with " + process.exitValue());
    }
    return answer;
  }

  private static Process start(String... arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(PROGRAM)));
    builder.command().addAll(List.of(arguments));
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    builder.environment().remove("PYTHONPATH");
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
