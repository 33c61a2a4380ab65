package io.drivetrain.pipeline.engine.launch;

import io.drivetrain.access.body.ReceivedBody;
import io.drivetrain.pipeline.api.run.RunDetails;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Triggers runs. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class LaunchResource {
  /** When a request for a run is answered with 200. */
  public static final String REPEATED =
      "With dryRun, a preview; otherwise the run that the same request created before.";

  private final RunLauncher launcher;
  private final ReceivedBody received;

  public LaunchResource(RunLauncher launcher, ReceivedBody received) {
    this.launcher = launcher;
    this.received = received;
  }

  @POST
  @Path("/pipelines/{pipeline}/runs")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Trigger a run",
      description =
          "While another run of the pipeline is active, the new run is queued, refused or replaces it, depending on the concurrency of the definition.")
  @APIResponse(responseCode = "200", description = REPEATED)
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = RunDetails.class)))
  public Response trigger(
      @PathParam("pipeline") String pipeline,
      @HeaderParam("Idempotency-Key") String idempotencyKey,
      @Valid RunRequest request) {
    if (request.dryRun()) {
      return Response.ok(launcher.preview(pipeline, request)).build();
    }
    return made(
        launcher.trigger(pipeline, request, IdempotencyKey.of(idempotencyKey, received.text())));
  }

  /** The answer to a request that made a run, now or when it came before. */
  public static Response made(RunLauncher.Triggered triggered) {
    if (triggered.isReplay()) {
      return Response.ok(triggered.run()).header("Idempotent-Replay", "true").build();
    }
    URI location = URI.create("/api/v1/runs/" + triggered.run().id());
    return Response.created(location).entity(triggered.run()).build();
  }
}
