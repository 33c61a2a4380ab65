package io.drivetrain.registry.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.Refusal;
import io.drivetrain.registry.protocol.RegistryException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/2.0/mlflow/metrics")
@RunOnVirtualThread
@Tag(name = "Runs")
public class MetricResource {
  private static final long MAX_POINTS = 25_000;
  private static final long MAX_STEPS = 2500;
  private static final int MAX_RUNS = 100;

  /** {@code {"metrics": [...]}}, left out when there are none. */
  public record Points(List<RunMetric> metrics) {}

  /** The same, also when there are none. */
  public record BulkPoints(@JsonInclude(JsonInclude.Include.ALWAYS) List<RunMetric> metrics) {}

  private final MetricHistory history;
  private final MetricComparison comparison;

  public MetricResource(MetricHistory history, MetricComparison comparison) {
    this.history = history;
    this.comparison = comparison;
  }

  /** Every point of one metric; an unknown run or key has none. */
  @GET
  @Path("/get-history")
  public MetricHistory.Page history(
      @RestQuery("run_id") String runId,
      @RestQuery("run_uuid") String runUuid,
      @RestQuery("metric_key") String metricKey,
      @RestQuery("max_results") String maxResults,
      @RestQuery("page_token") String pageToken) {
    return history.read(
        Fields.requiredQuery("run_id", runId == null ? runUuid : runId),
        Fields.requiredQuery("metric_key", metricKey),
        Fields.wholeNumber("max_results", maxResults, MetricHistory.ALL),
        pageToken);
  }

  /** The points of several runs, at most 25,000 in all. */
  @GET
  @Path("/get-history-bulk")
  public BulkPoints bulk(
      @RestQuery("run_id") List<String> runIds,
      @RestQuery("metric_key") String metricKey,
      @RestQuery("max_results") String maxResults) {
    if (runIds.isEmpty()) {
      throw Refusal.BULK_WITHOUT_RUNS.with();
    }
    if (runIds.size() > MAX_RUNS) {
      throw Refusal.BULK_OF_TOO_MANY_RUNS.with(MAX_RUNS, runIds.size());
    }
    if (metricKey == null) {
      throw Refusal.BULK_WITHOUT_KEY.with();
    }
    long asked = Fields.wholeNumber("max_results", maxResults, MAX_POINTS);
    return new BulkPoints(comparison.points(runIds, metricKey, Math.clamp(asked, 0, MAX_POINTS)));
  }

  /** A sample of the points of several runs: all at the same steps, evenly picked. */
  @GET
  @Path("/get-history-bulk-interval")
  public Points sample(
      @RestQuery("run_ids") List<String> runIds,
      @RestQuery("metric_key") String metricKey,
      @RestQuery("start_step") String startStep,
      @RestQuery("end_step") String endStep,
      @RestQuery("max_results") String maxResults) {
    if (runIds.isEmpty()) {
      throw RegistryException.missing("run_ids");
    }
    if (runIds.size() > MAX_RUNS) {
      throw Refusal.INTERVAL_OF_TOO_MANY_RUNS.with(MAX_RUNS, runIds.size());
    }
    var key = Fields.requiredQuery("metric_key", metricKey);
    long size = Fields.wholeNumber("max_results", maxResults, MAX_STEPS);
    if (size < 1 || size > MAX_STEPS) {
      throw Refusal.INTERVAL_PAGE.with(MAX_STEPS);
    }
    if ((startStep == null) != (endStep == null)) {
      throw Refusal.INTERVAL_HALF_OPEN.with();
    }
    long first = Fields.wholeNumber("start_step", startStep, Long.MIN_VALUE);
    long last = Fields.wholeNumber("end_step", endStep, Long.MAX_VALUE);
    if (first > last) {
      throw Refusal.INTERVAL_BACKWARDS.with(first, last);
    }
    return new Points(comparison.sample(runIds, key, first, last, size));
  }
}
