package io.drivetrain.webui.trackingrun;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A tracking run as the registry has it.
 *
 * @param id 32 hexadecimal digits
 * @param experiment name of its experiment
 * @param endedAt empty while it runs
 * @param deleted it is in the trash
 * @param artifactUri root of its files
 * @param metrics the latest point of each, by name
 * @param versions of models that it made
 * @param children runs that name it as their parent, the newest first
 * @param hasMoreChildren there are more than these
 */
public record TrackingRun(
    String id,
    String name,
    String experimentId,
    String experiment,
    Status status,
    Instant startedAt,
    Optional<Instant> endedAt,
    boolean deleted,
    String artifactUri,
    List<LoggedMetric> metrics,
    Map<String, String> params,
    Map<String, String> tags,
    List<UsedDataset> datasets,
    List<MadeVersion> versions,
    List<ChildRun> children,
    boolean hasMoreChildren) {
  private static final String SYSTEM_METRIC = "system/";

  public TrackingRun {
    metrics = List.copyOf(metrics);
    params = Map.copyOf(params);
    tags = Map.copyOf(tags);
    datasets = List.copyOf(datasets);
    versions = List.copyOf(versions);
    children = List.copyOf(children);
  }

  /** State of a tracking run; the names are those of the registry. */
  public enum Status {
    RUNNING,
    SCHEDULED,
    FINISHED,
    FAILED,
    KILLED;

    public boolean hasEnded() {
      return this != RUNNING && this != SCHEDULED;
    }
  }

  /** The latest point of a metric. */
  public record LoggedMetric(String key, double value, long step, Instant time) {
    /** The machine's, not the model's. */
    public boolean isOfSystem() {
      return key.startsWith(SYSTEM_METRIC);
    }
  }

  /**
   * A dataset that the run read.
   *
   * @param context what for, such as {@code training}; may be empty
   */
  public record UsedDataset(String name, String digest, String source, String context) {}

  /** A registered version that was made of the run's files. */
  public record MadeVersion(String model, String version, String stage, List<String> aliases) {}

  public record ChildRun(String id, String name, Status status, Instant startedAt) {}

  /** Notes in Markdown, empty for none. */
  public String note() {
    return tags.getOrDefault("mlflow.note.content", "");
  }

  /** Id of the run that this one is nested in. */
  public Optional<String> parent() {
    return Optional.ofNullable(tags.get("mlflow.parentRunId"));
  }

  /** The pipeline run that made it. */
  public Optional<UUID> pipelineRun() {
    try {
      return Optional.ofNullable(tags.get("drivetrain.run_id")).map(UUID::fromString);
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
