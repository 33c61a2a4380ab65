package io.drivetrain.registry.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.drivetrain.registry.protocol.Empty;
import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.trace.TraceRequest.DeleteTag;
import io.drivetrain.registry.trace.TraceRequest.DeleteTraces;
import io.drivetrain.registry.trace.TraceRequest.Envelope;
import io.drivetrain.registry.trace.TraceRequest.LinkToRun;
import io.drivetrain.registry.trace.TraceRequest.SearchTraces;
import io.drivetrain.registry.trace.TraceRequest.SetTag;
import io.drivetrain.registry.trace.TraceRequest.StartTrace;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/3.0/mlflow/traces")
@RunOnVirtualThread
@Tag(name = "Traces")
public class TraceResource {
  /** {@code {"trace": {"trace_info": {...}}}}. */
  public record Found(Envelope trace) {}

  /** {@code {"trace": {"trace_info": {...}, "spans": [...]}}}. */
  public record FoundWithSpans(Spanned trace) {}

  /** {@code {"traces": [...]}}, left out when there are none. */
  public record Several(List<Spanned> traces) {}

  /** A trace with its spans, in OpenTelemetry's JSON. */
  public record Spanned(TraceInfo traceInfo, @JsonRawValue String spans) {
    static Spanned of(TraceService.WithSpans trace) {
      return new Spanned(trace.info(), "[" + String.join(",", trace.spans()) + "]");
    }
  }

  /** {@code {"traces_deleted": 2}}. */
  public record Deleted(@JsonInclude(JsonInclude.Include.ALWAYS) int tracesDeleted) {}

  private final TraceService traces;

  public TraceResource(TraceService traces) {
    this.traces = traces;
  }

  @POST
  public Found start(StartTrace request) {
    return new Found(new Envelope(traces.start(request.trace().traceInfo())));
  }

  @POST
  @Path("/search")
  public TraceService.Page search(SearchTraces request) {
    return traces.search(request);
  }

  @GET
  @Path("/get")
  public FoundWithSpans withSpans(@RestQuery("trace_id") String traceId) {
    return new FoundWithSpans(
        Spanned.of(traces.withSpans(Fields.requiredQuery("trace_id", traceId))));
  }

  @GET
  @Path("/batchGet")
  public Several several(@RestQuery("trace_ids") List<String> traceIds) {
    return new Several(traceIds.stream().map(traces::withSpans).map(Spanned::of).toList());
  }

  @GET
  @Path("/{trace_id}")
  public Found get(@RestPath("trace_id") String traceId) {
    return new Found(new Envelope(traces.get(traceId)));
  }

  @PATCH
  @Path("/{trace_id}/tags")
  public Empty setTag(@RestPath("trace_id") String traceId, SetTag request) {
    traces.setTag(traceId, request.key(), request.value());
    return new Empty();
  }

  @DELETE
  @Path("/{trace_id}/tags")
  public Empty deleteTag(@RestPath("trace_id") String traceId, DeleteTag request) {
    traces.deleteTag(traceId, request.key());
    return new Empty();
  }

  @POST
  @Path("/link-to-run")
  public Empty link(LinkToRun request) {
    traces.link(request.traceIds(), request.runId());
    return new Empty();
  }

  @POST
  @Path("/delete-traces")
  public Deleted delete(DeleteTraces request) {
    return new Deleted(traces.delete(request));
  }
}
