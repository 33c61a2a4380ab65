package io.drivetrain.pipeline.engine.cancellation;

import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.engine.run.RunId;
import io.drivetrain.pipeline.engine.run.RunService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Cancels runs. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CancellationResource {
  private final RunService runs;
  private final CancellationService stops;

  public CancellationResource(RunService runs, CancellationService stops) {
    this.runs = runs;
    this.stops = stops;
  }

  @POST
  @Path("/runs/{id}/cancel")
  @Operation(
      summary = "Cancel a run",
      description =
          "Steps that are not running are cancelled immediately, a running step as soon as it stops. Cancelling again has no effect.")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = RunDetails.class)))
  @APIResponse(responseCode = "409", description = "the run has ended")
  public Response cancel(@PathParam("id") String id, @Valid CancelRequest request) {
    UUID runId = RunId.parse(id);
    stops.cancel(runId, request.reason());
    return Response.accepted(runs.show(runId)).build();
  }
}
