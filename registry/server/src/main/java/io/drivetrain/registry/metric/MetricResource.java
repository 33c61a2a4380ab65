package io.drivetrain.registry.metric;

import io.drivetrain.registry.protocol.Fields;
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

  /** {@code {"metrics": [...]}}, left out when there are none. */
  public record Points(List<RunMetric> metrics) {}

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
  public Points bulk(
      @RestQuery("run_id") List<String> runIds,
      @RestQuery("metric_key") String metricKey,
      @RestQuery("max_results") String maxResults) {
    return new Points(
        comparison.points(
            runIds,
            Fields.requiredQuery("metric_key", metricKey),
            pageSize(maxResults, MAX_POINTS)));
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
    if ((startStep == null) != (endStep == null)) {
      throw RegistryException.invalid(
          "If either start step or end step are specified, both must be specified.");
    }
    long first = Fields.wholeNumber("start_step", startStep, Long.MIN_VALUE);
    long last = Fields.wholeNumber("end_step", endStep, Long.MAX_VALUE);
    if (first > last) {
      throw RegistryException.invalid(
          "end_step must be greater than start_step. Found start_step=%d and end_step=%d."
              .formatted(first, last));
    }
    return new Points(
        comparison.sample(
            runIds,
            Fields.requiredQuery("metric_key", metricKey),
            first,
            last,
            pageSize(maxResults, MAX_STEPS)));
  }

  private static long pageSize(String maxResults, long limit) {
    return Fields.pageSize(Fields.wholeNumber("max_results", maxResults, limit), limit);
  }
}
