package io.drivetrain.webui.trackingrun;

import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.model.ModelVersion;
import io.drivetrain.registry.client.tracking.Dataset;
import io.drivetrain.registry.client.tracking.DatasetInput;
import io.drivetrain.registry.client.tracking.Metric;
import io.drivetrain.registry.client.tracking.Run;
import io.drivetrain.registry.client.tracking.RunPage;
import io.drivetrain.webui.registry.FailsAsRegistryException;
import io.drivetrain.webui.trackingrun.TrackingRun.ChildRun;
import io.drivetrain.webui.trackingrun.TrackingRun.LoggedMetric;
import io.drivetrain.webui.trackingrun.TrackingRun.MadeVersion;
import io.drivetrain.webui.trackingrun.TrackingRun.Status;
import io.drivetrain.webui.trackingrun.TrackingRun.UsedDataset;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tracking runs one by one. What the registry refuses or does not answer is a {@link
 * io.drivetrain.webui.registry.RegistryCallException}.
 */
@ApplicationScoped
@FailsAsRegistryException
public class TrackingRunService {
  private static final int MAX_CHILDREN = 200;
  private static final int MAX_VERSIONS = 100;
  private static final int MAX_STEPS = 1000;

  private final RegistryClient registry;

  TrackingRunService(RegistryClient registry) {
    this.registry = registry;
  }

  public TrackingRun run(String id) {
    Run run = registry.tracking().run(id);
    RunPage children = children(run);
    return new TrackingRun(
        run.id(),
        run.name().isEmpty() ? run.id() : run.name(),
        run.experimentId(),
        registry.tracking().experiment(run.experimentId()).name(),
        Status.valueOf(run.status().name()),
        run.startedAt(),
        run.endedAt(),
        run.deleted(),
        run.artifactUri(),
        run.metrics().stream()
            .map(metric ->
                new LoggedMetric(metric.key(), metric.value(), metric.step(), metric.time()))
            .sorted(Comparator.comparing(LoggedMetric::key))
            .toList(),
        run.params(),
        run.tags(),
        run.inputs().datasets().stream().map(TrackingRunService::dataset).toList(),
        versions(run.id()),
        children.runs().stream().map(TrackingRunService::child).toList(),
        children.nextPageToken().isPresent());
  }

  /**
   * How metrics of a run went, by their names and then by step; of a long history, evenly picked
   * points with the first and the last.
   */
  public Map<String, List<LoggedMetric>> histories(String run, List<String> metrics) {
    Map<String, List<LoggedMetric>> histories = new LinkedHashMap<>();
    for (String key : metrics) {
      List<Metric> points =
          registry
              .tracking()
              .metricSamples(List.of(run), key, MAX_STEPS)
              .getOrDefault(run, List.of());
      histories.put(
          key,
          points.stream()
              .map(point -> new LoggedMetric(key, point.value(), point.step(), point.time()))
              .toList());
    }
    return histories;
  }

  private RunPage children(Run run) {
    String filter = "tags.`mlflow.parentRunId` = '%s'".formatted(run.id());
    return registry
        .tracking()
        .searchRuns(List.of(run.experimentId()), filter, MAX_CHILDREN, List.of(), "");
  }

  private List<MadeVersion> versions(String run) {
    String filter = "run_id = '%s'".formatted(run);
    return registry.models().searchVersions(filter, MAX_VERSIONS, List.of(), "").entries().stream()
        .map(TrackingRunService::version)
        .toList();
  }

  private static MadeVersion version(ModelVersion version) {
    return new MadeVersion(
        version.name(), version.version(), version.stage().wireName(), version.aliases());
  }

  private static UsedDataset dataset(DatasetInput input) {
    Dataset dataset = input.dataset();
    return new UsedDataset(
        dataset.name(),
        dataset.digest(),
        dataset.source(),
        input.tags().getOrDefault("mlflow.data.context", ""));
  }

  private static ChildRun child(Run run) {
    return new ChildRun(run.id(), run.name(), Status.valueOf(run.status().name()), run.startedAt());
  }
}
