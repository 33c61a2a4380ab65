package io.drivetrain.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * MLflow's own Python client works with this server. It needs a Python with MLflow 3 and
 * scikit-learn: the one that {@code MLFLOW_PYTHON} names, else {@code python3}.
 */
@RegistryTest
class PythonClientTest {
  private static final String PYTHON =
      Objects.requireNonNullElse(System.getenv("MLFLOW_PYTHON"), "python3");
  private static final long MINUTES = 3;

  @TestHTTPResource("/")
  String url;

  @ParameterizedTest
  @ValueSource(strings = {"autolog", "models", "search", "nested", "parallel", "prompts", "cli"})
  void works(String flow, @TempDir Path folder) throws Exception {
    assumeTrue(
        run(folder, "-c", "import mlflow.genai, sklearn").exitCode() == 0,
        "No Python with MLflow 3 and scikit-learn here. Name one in MLFLOW_PYTHON.");
    var script = folder.resolve("python_client.py");
    try (var content = PythonClientTest.class.getResourceAsStream("/python_client.py")) {
      Files.write(script, content.readAllBytes());
    }

    var outcome = run(folder, script.toString(), flow, Mlflow.unique("python-" + flow));

    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
  }

  private record Outcome(int exitCode, String output) {}

  private Outcome run(Path folder, String... arguments) throws InterruptedException {
    var command = new ArrayList<>(List.of(PYTHON));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "MLFLOW_TRACKING_URI",
                url.substring(0, url.length() - 1),
                "MLFLOW_DISABLE_TELEMETRY",
                "true"));
    try {
      var process = builder.redirectErrorStream(true).start();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor(MINUTES, TimeUnit.MINUTES)
          ? new Outcome(process.exitValue(), output)
          : new Outcome(-1, "not done after " + MINUTES + " minutes: " + output);
    } catch (IOException noPython) {
      return new Outcome(-1, noPython.getMessage());
    }
  }
}
