package io.drivetrain.pipeline.learning.report;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.drivetrain.pipeline.api.report.MissingArtifact;
import io.drivetrain.pipeline.learning.tracking.TrackingRun;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.http.ErrorCode;
import io.drivetrain.registry.client.http.RegistryClientException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Files of a tracking run, as far as they can be read: what is not there is empty, and what cannot
 * be read is noted. After the registry has not answered once it is not called again.
 */
final class RunArtifacts {
  /** Files of earlier and of later versions may have other members. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final RegistryClient registry;
  private final Optional<TrackingRun> trackingRun;
  private final List<MissingArtifact> unread = new ArrayList<>();
  private Optional<RegistryClientException> failure = Optional.empty();

  private RunArtifacts(RegistryClient registry, Optional<TrackingRun> trackingRun) {
    this.registry = registry;
    this.trackingRun = trackingRun;
  }

  /** Of a run that has no tracking run: all of them are empty. */
  static RunArtifacts none(RegistryClient registry) {
    return new RunArtifacts(registry, Optional.empty());
  }

  static RunArtifacts of(RegistryClient registry, TrackingRun trackingRun) {
    return new RunArtifacts(registry, Optional.of(trackingRun));
  }

  /** Of a run that another one resumed: the files are of that one. */
  static RunArtifacts overwritten(RegistryClient registry, String reporter) {
    RunArtifacts files = none(registry);
    files.unread.add(
        new MissingArtifact(
            "the tracking run in the registry",
            "Run %s resumed it: its files are of that run.".formatted(reporter)));
    return files;
  }

  /** Of a run whose tracking run could not be found out. */
  static RunArtifacts away(RegistryClient registry, RegistryClientException failure) {
    RunArtifacts files = none(registry);
    files.failed("the tracking run in the registry", failure);
    return files;
  }

  <T> Optional<T> json(String path, Class<T> type) {
    return bytes(path).flatMap(bytes -> parsed(path, bytes, type));
  }

  /**
   * A file that is not among those of the tracking run.
   *
   * @param root of the files: {@code mlflow-artifacts:/1/models/m-<id>/artifacts}
   */
  <T> Optional<T> json(String root, String path, Class<T> type) {
    return read(path, _ -> registry.artifacts().download(root, path))
        .flatMap(bytes -> parsed(path, bytes, type));
  }

  private <T> Optional<T> parsed(String path, byte[] bytes, Class<T> type) {
    try {
      return Optional.of(JSON.readValue(bytes, type));
    } catch (IOException broken) {
      unread.add(new MissingArtifact(path, "It is not JSON."));
      return Optional.empty();
    }
  }

  /** Rows by the names of the columns. Our tables have no quotes. */
  List<Map<String, String>> csv(String path) {
    List<String> lines =
        bytes(path)
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8).lines().toList())
            .orElse(List.of());
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] names = lines.getFirst().split(",");
      String[] cells = lines.get(i).split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int column = 0; column < Math.min(names.length, cells.length); column++) {
        row.put(names[column], cells[column]);
      }
      rows.add(row);
    }
    return rows;
  }

  /** A parameter of the tracking run. */
  Optional<String> param(String name) {
    return read("parameter " + name, run -> registry.tracking().run(run.id()).params())
        .flatMap(params -> Optional.ofNullable(params.get(name)));
  }

  List<MissingArtifact> unread() {
    return List.copyOf(unread);
  }

  /** Why the registry did not answer. */
  Optional<RegistryClientException> failure() {
    return failure;
  }

  private Optional<byte[]> bytes(String path) {
    return read(
        path, trackingRun -> registry.artifacts().download(trackingRun.artifactUri(), path));
  }

  private <T> Optional<T> read(String what, Function<TrackingRun, T> reading) {
    if (trackingRun.isEmpty() || failure.isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.apply(trackingRun.orElseThrow()));
    } catch (RegistryClientException failed) {
      if (!failed.saysMissing()) {
        failed(what, failed);
      }
      return Optional.empty();
    }
  }

  private void failed(String what, RegistryClientException why) {
    unread.add(new MissingArtifact(what, why.getMessage()));
    if (why.errorCode() == ErrorCode.UNREACHABLE) {
      failure = Optional.of(why);
    }
  }
}
