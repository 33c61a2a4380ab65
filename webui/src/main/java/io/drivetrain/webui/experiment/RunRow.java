package io.drivetrain.webui.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A run as a table shows it.
 *
 * @param endedAt empty while it runs
 * @param deleted it is in the trash
 * @param metrics the latest value of each
 * @param models registered versions that it made
 */
public record RunRow(
    String id,
    String name,
    String experimentId,
    String experiment,
    RunStatus status,
    Instant startedAt,
    Optional<Instant> endedAt,
    boolean deleted,
    Map<String, Double> metrics,
    Map<String, String> params,
    Map<String, String> tags,
    List<RegisteredVersion> models) {
  public RunRow {
    metrics = Map.copyOf(metrics);
    params = Map.copyOf(params);
    tags = Map.copyOf(tags);
    models = List.copyOf(models);
  }

  /** A version of a registered model. */
  public record RegisteredVersion(String model, String version) {
    @Override
    public String toString() {
      return model + " v" + version;
    }
  }

  public String note() {
    return tags.getOrDefault("mlflow.note.content", "");
  }

  public Duration lasting(Instant now) {
    return Duration.between(startedAt, endedAt.orElse(now));
  }

  /**
   * What stands in a file: numbers and times as programs read them; empty when the run has no
   * value.
   *
   * @param now until when a run lasts that has not ended
   */
  public String value(RunField field, Instant now) {
    return switch (field.kind()) {
      case METRIC -> Optional.ofNullable(metrics.get(field.key())).map(String::valueOf).orElse("");
      case PARAM -> params.getOrDefault(field.key(), "");
      case TAG -> tags.getOrDefault(field.key(), "");
      case ATTRIBUTE -> value(field.attribute(), now);
    };
  }

  private String value(RunAttribute attribute, Instant now) {
    return switch (attribute) {
      case NAME -> name;
      case STATUS -> status.name();
      case START -> startedAt.toString();
      case DURATION -> String.valueOf(lasting(now).toMillis() / 1000.0);
      case EXPERIMENT -> experiment;
      case MODEL -> models.stream().map(Object::toString).collect(Collectors.joining(", "));
      case NOTE -> note();
      case USER -> tags.getOrDefault("mlflow.user", "");
      case PARENT -> tags.getOrDefault("mlflow.parentRunId", "");
      case ID -> id;
    };
  }
}
