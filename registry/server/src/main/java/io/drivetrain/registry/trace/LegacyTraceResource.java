package io.drivetrain.registry.trace;

import io.drivetrain.registry.trace.TraceRequest.EndLegacyTrace;
import io.drivetrain.registry.trace.TraceRequest.SearchTraces;
import io.drivetrain.registry.trace.TraceRequest.StartLegacyTrace;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Traces of clients before MLflow 3, which start and end them in two calls. */
@Path("/api/2.0/mlflow/traces")
@RunOnVirtualThread
@Tag(name = "Traces")
public class LegacyTraceResource {
  /** {@code {"trace_info": {...}}}. */
  public record Found(LegacyTrace traceInfo) {}

  /**
   * {@code {"traces": [...]}}.
   *
   * @param nextPageToken null on the last page
   */
  public record Page(List<LegacyTrace> traces, String nextPageToken) {}

  private final TraceService traces;

  public LegacyTraceResource(TraceService traces) {
    this.traces = traces;
  }

  @POST
  public Found start(StartLegacyTrace request) {
    return found(traces.begin(request));
  }

  @PATCH
  @Path("/{request_id}")
  public Found end(@RestPath("request_id") String requestId, EndLegacyTrace request) {
    return found(traces.end(requestId, request));
  }

  @GET
  @Path("/{request_id}/info")
  public Found get(@RestPath("request_id") String requestId) {
    return found(traces.get(requestId));
  }

  @GET
  public Page search(
      @RestQuery("experiment_ids") List<String> experimentIds,
      @RestQuery("filter") String filter,
      @RestQuery("max_results") Long maxResults,
      @RestQuery("order_by") List<String> orderBy,
      @RestQuery("page_token") String pageToken) {
    var locations = experimentIds.stream().map(TraceInfo.Location::of).toList();
    var page = traces.search(new SearchTraces(locations, filter, maxResults, orderBy, pageToken));
    return new Page(page.traces().stream().map(LegacyTrace::of).toList(), page.nextPageToken());
  }

  private static Found found(TraceInfo info) {
    return new Found(LegacyTrace.of(info));
  }
}
