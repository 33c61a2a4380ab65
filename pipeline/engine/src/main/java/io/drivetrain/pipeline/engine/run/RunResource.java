package io.drivetrain.pipeline.engine.run;

import io.drivetrain.access.body.ReceivedBody;
import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.run.RunPage;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.run.RunWhy;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Triggers runs and shows them. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RunResource {
  private static final int LARGEST_PAGE = 200;

  private final RunAdmission admission;
  private final RunService runs;
  private final RunWhyService reasons;
  private final ReceivedBody received;

  public RunResource(
      RunAdmission admission, RunService runs, RunWhyService reasons, ReceivedBody received) {
    this.admission = admission;
    this.runs = runs;
    this.reasons = reasons;
    this.received = received;
  }

  @POST
  @Path("/pipelines/{pipeline}/runs")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Trigger a run",
      description =
          "While another run of the pipeline is active, the new one is QUEUED, refused or takes its place, as the definition says.")
  @APIResponse(
      responseCode = "200",
      description =
          "With dryRun what the run would be; else the run that the same request made before.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = RunDetails.class)))
  public Response trigger(
      @PathParam("pipeline") String pipeline,
      @HeaderParam("Idempotency-Key") String idempotencyKey,
      @Valid RunRequest request) {
    if (request.dryRun()) {
      return Response.ok(admission.preview(pipeline, request)).build();
    }
    return made(admission.trigger(pipeline, request, RunKey.of(idempotencyKey, received.text())));
  }

  /** The answer to a request that made a run, now or when it came before. */
  public static Response made(RunAdmission.Triggered triggered) {
    if (triggered.isReplay()) {
      return Response.ok(triggered.run()).header("Idempotent-Replay", "true").build();
    }
    URI location = URI.create("/api/v1/runs/" + triggered.run().id());
    return Response.created(location).entity(triggered.run()).build();
  }

  @GET
  @Path("/runs")
  @Operation(
      summary = "List runs, latest first",
      description =
          "from (inclusive) and to (exclusive) are times of their trigger; label=name:value may be repeated.")
  public RunPage list(
      @QueryParam("pipeline") Optional<String> pipeline,
      @QueryParam("state") Optional<String> state,
      @QueryParam("from") Optional<String> from,
      @QueryParam("to") Optional<String> to,
      @QueryParam("label") List<String> labels,
      @QueryParam("cursor") Optional<String> cursor,
      @QueryParam("limit") @DefaultValue("50") String limit) {
    return runs.list(
        new RunFilter(
            pipeline,
            state.map(RunResource::state),
            from.map(text -> time("from", text)),
            to.map(text -> time("to", text)),
            RunLabels.parse(labels)),
        cursor.map(RunCursor::parse).orElse(RunCursor.START),
        pageSize(limit));
  }

  @GET
  @Path("/runs/{id}")
  @Operation(
      summary = "Show a run",
      description = "With wait=60s the answer comes when the run has ended, or after that time.")
  public RunDetails show(@PathParam("id") String id, @QueryParam("wait") Optional<String> wait)
      throws InterruptedException {
    return runs.await(RunId.parse(id), WaitTime.parse(wait.orElse("0s")));
  }

  @GET
  @Path("/runs/{id}/why")
  @Operation(summary = "Say why a run is not running, or what it is doing")
  public RunWhy why(@PathParam("id") String id) {
    return reasons.of(RunId.parse(id));
  }

  private static RunState state(String name) {
    return Arrays.stream(RunState.values())
        .filter(state -> state.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            PipelineException.malformed(
                "state '%s' is not one of %s."
                    .formatted(name, Arrays.toString(RunState.values()))));
  }

  private static Instant time(String parameter, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException wrong) {
      throw PipelineException.malformed(
          "%s must be a time such as 2026-03-29T00:00:00Z, not '%s'.".formatted(parameter, text));
    }
  }

  private static int pageSize(String limit) {
    if (!limit.matches("\\d{1,3}")
        || Integer.parseInt(limit) < 1
        || Integer.parseInt(limit) > LARGEST_PAGE) {
      throw PipelineException.malformed("limit must be a whole number from 1 to 200.");
    }
    return Integer.parseInt(limit);
  }
}
