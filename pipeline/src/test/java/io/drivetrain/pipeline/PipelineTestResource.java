package io.drivetrain.pipeline;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A data folder with one file, the definitions of the tests, and leases that end soon. */
public final class PipelineTestResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    try {
      Path data = Files.createTempDirectory("pipeline-data");
      Files.writeString(data.resolve("cars.csv"), "Prix\n1\n");
      return Map.of(
          "drivetrain.data.folder", data.toString(),
          "drivetrain.definition.folder", "src/test/resources/definitions",
          "drivetrain.schedule.tolerance", "31d",
          "drivetrain.execution.workers", "3",
          "drivetrain.execution.lease", "3s",
          "drivetrain.execution.heart-beat", "500ms",
          "drivetrain.execution.progress", "20ms",
          "drivetrain.execution.reaper", "50ms",
          "drivetrain.execution.poll", "50ms");
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  @Override
  public void stop() {}
}
