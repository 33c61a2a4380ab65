package io.drivetrain.pipeline.engine;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** A data folder with one file, the definitions of the tests, and leases that end soon. */
public final class PipelineTestResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    try {
      Path data = Files.createTempDirectory("pipeline-data");
      Files.writeString(data.resolve("cars.csv"), "Prix\n1\n");
      return Map.ofEntries(
          Map.entry("drivetrain.data.folder", data.toString()),
          Map.entry("drivetrain.definition.folder", copyOfDefinitions().toString()),
          Map.entry("drivetrain.definition.watch", "1h"),
          Map.entry("drivetrain.schedule.tolerance", "31d"),
          Map.entry("drivetrain.backfill.watch", "1h"),
          Map.entry("drivetrain.outbox.watch", "1h"),
          Map.entry("drivetrain.log.flush", "20ms"),
          Map.entry("drivetrain.notification.mail.team.to", "a@example.org,b@example.org"),
          Map.entry("drivetrain.lineage.transport", "file"),
          Map.entry("drivetrain.lineage.file", data.resolve("lineage.ndjson").toString()),
          Map.entry("drivetrain.execution.workers", "3"),
          Map.entry("drivetrain.execution.most-stuck-workers", "2"),
          Map.entry("drivetrain.execution.lease", "3s"),
          Map.entry("drivetrain.execution.heart-beat", "500ms"),
          Map.entry("drivetrain.execution.progress", "20ms"),
          Map.entry("drivetrain.execution.reaper", "50ms"),
          Map.entry("drivetrain.execution.outage-poll", "50ms"),
          Map.entry("drivetrain.execution.outage", "20s"),
          Map.entry("drivetrain.execution.poll", "50ms"));
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  /** Tests add files to it. The path holds in every module of the pipeline. */
  private static Path copyOfDefinitions() throws IOException {
    Path copy = Files.createTempDirectory("pipeline-definitions");
    try (Stream<Path> files = Files.list(Path.of("../engine/src/test/resources/definitions"))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  @Override
  public void stop() {}
}
