package io.drivetrain.registry.run;

import io.drivetrain.registry.protocol.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/2.0/mlflow/metrics")
@RunOnVirtualThread
@Tag(name = "Runs")
public class MetricResource {
  private final MetricHistory history;

  public MetricResource(MetricHistory history) {
    this.history = history;
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
}
