package io.drivetrain.registry.run;

import io.drivetrain.registry.protocol.Empty;
import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.run.RunRequest.CreateRun;
import io.drivetrain.registry.run.RunRequest.DeleteTag;
import io.drivetrain.registry.run.RunRequest.LogBatch;
import io.drivetrain.registry.run.RunRequest.LogInputs;
import io.drivetrain.registry.run.RunRequest.LogMetric;
import io.drivetrain.registry.run.RunRequest.LogModel;
import io.drivetrain.registry.run.RunRequest.LogOutputs;
import io.drivetrain.registry.run.RunRequest.LogParameter;
import io.drivetrain.registry.run.RunRequest.RunReference;
import io.drivetrain.registry.run.RunRequest.SearchRuns;
import io.drivetrain.registry.run.RunRequest.SetTag;
import io.drivetrain.registry.run.RunRequest.UpdateRun;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/2.0/mlflow/runs")
@RunOnVirtualThread
@Tag(name = "Runs")
public class RunResource {
  /** {@code {"run": {...}}}. */
  public record Found(Run run) {}

  /** {@code {"run_info": {...}}}. */
  public record Updated(RunInfo runInfo) {}

  private final RunService runs;

  public RunResource(RunService runs) {
    this.runs = runs;
  }

  @POST
  @Path("/create")
  public Found create(CreateRun request) {
    return new Found(runs.create(request));
  }

  @GET
  @Path("/get")
  public Found get(@RestQuery("run_id") String runId, @RestQuery("run_uuid") String runUuid) {
    return new Found(runs.get(Fields.requiredQuery("run_id", runId == null ? runUuid : runId)));
  }

  @POST
  @Path("/search")
  public RunPage search(SearchRuns request) {
    return runs.search(request);
  }

  @POST
  @Path("/update")
  public Updated update(UpdateRun request) {
    return new Updated(runs.update(request));
  }

  @POST
  @Path("/delete")
  public Empty delete(RunReference request) {
    runs.delete(request.runId());
    return new Empty();
  }

  @POST
  @Path("/restore")
  public Empty restore(RunReference request) {
    runs.restore(request.runId());
    return new Empty();
  }

  @POST
  @Path("/log-batch")
  public Empty logBatch(LogBatch request) {
    runs.logBatch(request);
    return new Empty();
  }

  @POST
  @Path("/log-metric")
  public Empty logMetric(LogMetric request) {
    runs.logMetric(request);
    return new Empty();
  }

  @POST
  @Path("/log-parameter")
  public Empty logParameter(LogParameter request) {
    runs.logParameter(request);
    return new Empty();
  }

  @POST
  @Path("/set-tag")
  public Empty setTag(SetTag request) {
    runs.setTag(request);
    return new Empty();
  }

  @POST
  @Path("/delete-tag")
  public Empty deleteTag(DeleteTag request) {
    runs.deleteTag(request.runId(), request.key());
    return new Empty();
  }

  @POST
  @Path("/log-inputs")
  public Empty logInputs(LogInputs request) {
    runs.logInputs(request);
    return new Empty();
  }

  @POST
  @Path("/outputs")
  public Empty logOutputs(LogOutputs request) {
    runs.logOutputs(request);
    return new Empty();
  }

  @POST
  @Path("/log-model")
  public Empty logModel(LogModel request) {
    runs.logModel(request);
    return new Empty();
  }
}
