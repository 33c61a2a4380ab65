package io.drivetrain.webui.comparison;

import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.tracking.Metric;
import io.drivetrain.webui.registry.FailsAsRegistryException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * Runs beside each other, as the registry has them. What it refuses or does not answer is a {@link
 * io.drivetrain.webui.registry.RegistryCallException}.
 */
@ApplicationScoped
@FailsAsRegistryException
public class ComparisonService {
  /** Lines of a chart of histories that somebody can still tell apart, and a page can carry. */
  public static final int MAX_HISTORIES = 100;

  private static final int POINTS = 40_000;
  private static final int MAX_STEPS = 1000;

  private final RegistryClient registry;

  ComparisonService(RegistryClient registry) {
    this.registry = registry;
  }

  public Comparison compare(RunChoice choice) {
    return new ComparisonReader(registry.tracking()).read(choice);
  }

  /**
   * How a metric went in runs; those without it are left out.
   *
   * @param runs up to {@link #MAX_HISTORIES}
   */
  public List<History> histories(List<ComparedRun> runs, String metric) {
    if (runs.isEmpty()) {
      return List.of();
    }
    List<String> ids = runs.stream().map(ComparedRun::id).toList();
    int steps = Math.min(MAX_STEPS, POINTS / ids.size());
    Map<String, List<Metric>> points = registry.tracking().metricSamples(ids, metric, steps);
    return runs.stream()
        .filter(run -> points.containsKey(run.id()))
        .map(run -> new History(run, points(points.get(run.id()))))
        .toList();
  }

  private static List<MetricPoint> points(List<Metric> metrics) {
    return metrics.stream()
        .map(metric -> new MetricPoint(metric.step(), metric.time(), metric.value()))
        .toList();
  }
}
